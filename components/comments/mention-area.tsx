'use client';

import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { matchingPeople } from '#components/ui/matching-people.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { typedMention, withMention } from './mention-text.ts';
import type { TypedMention } from './mention-text.ts';
import { MentionChoice } from './mention-choice.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Props {
  people: readonly Person[];
  value: string;
  onChange: (value: string) => void;
  onChoose: (person: Person) => void;
  maxLength: number;
}

const SHOWN = 6;

/** A text in which `@` and a few letters bring somebody in; arrows and Enter choose. */
export function MentionArea({ people, value, onChange, onChoose, maxLength }: Props) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [mention, setMention] = useState<TypedMention | null>(null);
  const [at, setAt] = useState(0);
  const found = mention ? matchingPeople(people, mention.typed).slice(0, SHOWN) : [];
  const active = found[Math.min(at, found.length - 1)];

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function look(typed: string, position: number) {
    setMention(typedMention(typed, position));
    setAt(0);
  }

  function choose(person: Person) {
    if (!mention) return;
    const next = withMention(value, mention, person);
    caret.current = next.caret;
    onChange(next.text);
    onChoose(person);
    setMention(null);
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.form?.requestSubmit();
    } else if (!active) return;
    else if (event.key === 'ArrowDown') setAt((now) => (now + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((now) => (now - 1 + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(active);
    else if (event.key === 'Escape') setMention(null);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <TextArea
        ref={area}
        name="text"
        rows={2}
        maxLength={maxLength}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={active ? listId : undefined}
        aria-activedescendant={active && `${listId}-${active.id}`}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setMention(null)}
      />
      {active && <MentionChoice id={listId} people={found} active={active} onChoose={choose} />}
    </div>
  );
}
