'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Avatar } from './avatar.tsx';
import { PersonOption } from './person-option.tsx';
import type { AvatarPerson } from './avatar.tsx';
import { controlLooks, useFieldControl } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import { matchingPeople } from './matching-people.ts';
import { useUiWords } from './ui-words.tsx';

interface Props {
  people: readonly AvatarPerson[];
  value: AvatarPerson | null;
  onChange: (person: AvatarPerson | null) => void;
  /** The field's name in its form; its value is the person's id. */
  name?: string;
  placeholder?: string;
}

/** Type a few letters of a name; arrows and Enter choose. */
export function PersonPicker({ people, value, onChange, name, placeholder }: Props) {
  const control = useFieldControl();
  const words = useUiWords();
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const open = typed !== null;
  const found = open ? matchingPeople(people, typed) : [];
  const active = found[Math.min(at, found.length - 1)];

  function choose(person: AvatarPerson | null) {
    onChange(person);
    setTyped(null);
  }

  function step(by: 1 | -1) {
    if (!open) setTyped('');
    else if (found.length > 0)
      setAt((Math.min(at, found.length - 1) + by + found.length) % found.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && active) choose(active);
    else if (event.key === 'Tab') {
      // Before the focus moves: a dialog takes it back when something vanishes while it moves.
      leave();
      return;
    } else if (event.key === 'Escape' && open) {
      // Only the list goes away; the dialog around it stays.
      event.stopPropagation();
      setTyped(null);
    } else return;
    event.preventDefault();
  }

  function leave() {
    const only = typed && found.length === 1 ? found[0] : undefined;
    if (only) choose(only);
    else setTyped(null);
  }

  return (
    <div className="relative">
      {value && !open && (
        <span className="pointer-events-none absolute top-1/2 left-2 flex -translate-y-1/2">
          <Avatar person={value} size="sm" named={false} />
        </span>
      )}
      {name && <input type="hidden" name={name} value={value?.id ?? ''} />}
      <input
        {...control}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        data-field={name}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && `${listId}-${active.id}`}
        value={typed ?? value?.name ?? ''}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value === '') onChange(null);
          setAt(0);
        }}
        onClick={() => !open && setTyped('')}
        onKeyDown={onKeyDown}
        onBlur={leave}
        className={clsx(
          controlLooks,
          'min-h-10 pr-10 pointer-coarse:min-h-11',
          value && !open && 'pl-10',
        )}
      />
      {value && !open && (
        <span className="absolute top-1/2 right-1 flex -translate-y-1/2">
          <IconButton
            size="sm"
            // By keyboard one erases the name.
            tabIndex={-1}
            label={words.clear}
            icon={<X aria-hidden className="size-4" />}
            onClick={() => choose(null)}
          />
        </span>
      )}
      {open && <People id={listId} people={found} active={active} onChoose={choose} />}
    </div>
  );
}

interface PeopleProps {
  id: string;
  people: readonly AvatarPerson[];
  active: AvatarPerson | undefined;
  onChoose: (person: AvatarPerson) => void;
}

function People({ id, people, active, onChoose }: PeopleProps) {
  const words = useUiWords();
  return (
    <ul
      id={id}
      role="listbox"
      className="absolute inset-x-0 top-full z-(--z-menu) mt-1 max-h-60 animate-float overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-float"
    >
      {people.length === 0 && <li className="px-2 py-2 text-soft">{words.nobodyFound}</li>}
      {people.map((person) => (
        <PersonOption
          key={person.id}
          id={`${id}-${person.id}`}
          person={person}
          active={person === active}
          onChoose={() => onChoose(person)}
        />
      ))}
    </ul>
  );
}
