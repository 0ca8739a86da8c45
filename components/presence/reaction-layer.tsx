import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { reactionSigns } from './signals.ts';
import type { Reaction, Signals } from './signals.ts';

const SHOWN_MS = 3_000;

interface Shown {
  readonly key: number;
  readonly name: string;
  readonly reaction: Reaction;
  /** Percent from the left. */
  readonly at: number;
}

interface Props {
  signals: Signals;
  /** This person's own, shown here as it is to others. */
  mine: { readonly reaction: Reaction; readonly key: number } | undefined;
}

/** Reactions rise at the edge of the board and fade; they cover nothing that can be pressed. */
export function ReactionLayer({ signals, mine }: Props) {
  const t = useTranslations('presence');
  const [shown, setShown] = useState<readonly Shown[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let key = 0;
    const undo = signals.onSignal((signal) => {
      if (signal.is !== 'reaction') return;
      const { name, reaction } = signal;
      const one = { key: (key += 1), name, reaction, at: 4 + ((key * 17) % 24) };
      setShown((now) => [...now.slice(-20), one]);
      const timer = setTimeout(
        () => setShown((now) => now.filter((each) => each !== one)),
        SHOWN_MS,
      );
      timers.add(timer);
    });
    return () => {
      undo();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [signals]);
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden font-sans">
      <p role="status" className="sr-only">
        {shown.at(-1) && t('reacted', { name: shown.at(-1)?.name ?? '' })}
      </p>
      {mine && (
        <Rising key={`mine ${mine.key}`} at={12} reaction={mine.reaction} name={t('youName')} />
      )}
      {shown.map(({ key, at, name, reaction }) => (
        <Rising key={key} at={at} reaction={reaction} name={name} />
      ))}
    </div>
  );
}

function Rising({ at, reaction, name }: { at: number; reaction: Reaction; name: string }) {
  return (
    <div
      aria-hidden
      className="absolute bottom-20 flex animate-rise flex-col items-center"
      style={{ left: `${at}%` }}
    >
      <span className="text-28">{reactionSigns[reaction]}</span>
      <span className="rounded-full bg-surface px-2 text-12 text-soft shadow-paper">{name}</span>
    </div>
  );
}
