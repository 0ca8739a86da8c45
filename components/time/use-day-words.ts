import { useState } from 'react';
import type { Day } from '#board/calendar.ts';
import { useDayReader } from './use-day-reader.ts';
import { useSaidDay } from './use-said-day.ts';

/** What a field for a day holds. */
type Held =
  | { readonly is: 'nothing' }
  | { readonly is: 'day'; readonly day: Day }
  /** A day before the first that may be chosen. */
  | { readonly is: 'past'; readonly day: Day }
  | { readonly is: 'unclear'; readonly words: string };

interface DayWords {
  readonly words: string;
  readonly held: Held;
  /** Nobody wrote in it yet: it shows what it began with. */
  readonly untouched: boolean;
  readonly write: (words: string) => void;
  readonly choose: (day: Day) => void;
}

interface Asked {
  readonly start: Day | null;
  readonly today: Day;
  /** Gets what a form reads: the day, or nothing. */
  readonly onDay: ((day: Day | '') => void) | undefined;
}

/** Words that mean a day, or a day that was chosen and is shown in words. */
export function useDayWords({ start, today, onDay }: Asked): DayWords {
  const read = useDayReader();
  const said = useSaidDay(today);
  const [typed, setTyped] = useState<{ words: string; chosen?: Day }>();

  function hold(words: string): Held {
    if (words.trim() === '') return { is: 'nothing' };
    const day = read(words, today);
    if (day === undefined) return { is: 'unclear', words: words.trim() };
    return { is: day < today ? 'past' : 'day', day };
  }

  function heldNow(): Held {
    const day = typed ? typed.chosen : start;
    if (day) return { is: 'day', day };
    return hold(typed?.words ?? '');
  }

  return {
    words: typed?.words ?? (start ? said(start) : ''),
    held: heldNow(),
    untouched: typed === undefined,
    write: (words) => {
      setTyped({ words });
      const held = hold(words);
      onDay?.(held.is === 'day' ? held.day : '');
    },
    choose: (day) => {
      setTyped({ words: said(day), chosen: day });
      onDay?.(day);
    },
  };
}
