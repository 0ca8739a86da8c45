import { useTranslations } from 'next-intl';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import { useToast } from '#components/ui/toast.tsx';
import type { PeopleDeeds } from './people-menu.tsx';
import { Signals } from './signals.ts';
import type { Reaction, Signal } from './signals.ts';
import { useCalm } from './use-calm.ts';

interface Together {
  readonly signals: Signals;
  readonly deeds: PeopleDeeds;
  readonly following: string | undefined;
  readonly calm: boolean;
  /** What this person showed last. */
  readonly mine: { readonly reaction: Reaction; readonly key: number } | undefined;
  readonly react: (reaction: Reaction) => void;
}

/** What people do on a board beside writing: show themselves, follow, call, react. */
export function useTogether(
  awareness: Awareness,
  handle: CanvasHandle | null,
  mayCall: boolean,
): Together {
  const [signals] = useState(() => new Signals(awareness));
  const [mine, setMine] = useState<Together['mine']>();
  const [calm, setCalm] = useCalm();
  useEffect(() => signals.start(), [signals]);
  useCalls(signals, handle);
  const following = useFollowing(handle);
  const react = useCallback(
    (reaction: Reaction) => {
      signals.react(reaction);
      setMine((last) => ({ reaction, key: (last?.key ?? 0) + 1 }));
    },
    [signals],
  );
  const deeds = useMemo<PeopleDeeds>(
    () => ({
      raiseHand: (up) => signals.raiseHand(up),
      setCalm,
      ...(handle && {
        goTo: (personId: string) => handle.goToPerson(personId),
        follow: (personId: string | undefined) => handle.follow(personId),
      }),
      ...(handle &&
        mayCall && {
          callEverybody: () => {
            const here = handle.viewpoint();
            if (here) signals.call(here);
          },
        }),
    }),
    [signals, setCalm, handle, mayCall],
  );
  return { signals, deeds, following, calm, mine, react };
}

/** Goes where somebody calls everybody, and offers the way back. */
function useCalls(signals: Signals, handle: CanvasHandle | null): void {
  const t = useTranslations('presence');
  const say = useToast();
  const hear = useEffectEvent((signal: Signal) => {
    if (signal.is !== 'call' || !handle) return;
    const before = handle.viewpoint();
    handle.goTo(signal.to);
    const back = before && { label: t('back'), onSelect: () => handle.goTo(before) };
    say({ text: t('called', { name: signal.name }), ...(back && { action: back }) });
  });
  useEffect(() => signals.onSignal((signal) => hear(signal)), [signals]);
}

function useFollowing(handle: CanvasHandle | null): string | undefined {
  const subscribe = useCallback(
    (listener: () => void) => handle?.onFollowing(listener) ?? (() => undefined),
    [handle],
  );
  const read = (): string | undefined => handle?.following();
  return useSyncExternalStore(subscribe, read, read);
}
