'use client';

import clsx from 'clsx';
import { personColor } from '#board/person-color.ts';
import { Tooltip } from './tooltip.tsx';

export interface AvatarPerson {
  readonly id: string;
  readonly name: string;
}

interface AvatarProps {
  person: AvatarPerson;
  size?: 'sm' | 'md';
  /** Off where the name stands beside it already. */
  named?: boolean;
}

const sizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-12' };

export function Avatar({ person, size = 'md', named = true }: AvatarProps) {
  const disc = (
    <Disc
      size={size}
      color={personColor(person.id)}
      letters={initials(person.name)}
      {...(named && { label: person.name })}
    />
  );
  return named ? <Tooltip text={person.name}>{disc}</Tooltip> : disc;
}

interface StackProps {
  people: readonly AvatarPerson[];
  /** How many are shown before the rest is counted. */
  max?: number;
  size?: 'sm' | 'md';
}

export function AvatarStack({ people, max = 5, size = 'md' }: StackProps) {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(shown.length);
  const names = rest.map((person) => person.name).join(', ');
  return (
    <div className="flex -space-x-1">
      {shown.map((person) => (
        <Avatar key={person.id} person={person} size={size} />
      ))}
      {rest.length > 0 && (
        <Tooltip text={names}>
          <Disc size={size} label={names} letters={`+${rest.length}`} />
        </Tooltip>
      )}
    </div>
  );
}

interface DiscProps {
  size: 'sm' | 'md';
  color?: string;
  label?: string;
  /** A picture rather than words: no part of any name. */
  letters: string;
}

function Disc({ size, color, label, letters, ...rest }: DiscProps) {
  return (
    <span
      {...rest}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      data-letters={letters}
      className={clsx(
        'before:content-[attr(data-letters)]',
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold ring-2 ring-surface select-none',
        color ? 'text-white' : 'bg-sunken text-soft',
        sizes[size],
      )}
      style={color ? { background: color } : undefined}
    />
  );
}

/** First letter of the first and of the last word: "Noor van den Berg" is NB. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
