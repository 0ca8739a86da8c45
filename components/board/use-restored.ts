import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { snapshotView } from '#board/api/snapshots.ts';
import { readRestored } from '#board/restored.ts';
import type { Restored } from '#board/restored.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { useToast } from '#components/ui/toast.tsx';

/** Milliseconds: who opens the board so soon after it was put back is told too, its doer first of all. */
const JUST_NOW_MS = 20_000;

/** Tells whoever has the board open that it was put back, and by whom, with the way back. */
export function useRestored(live: LiveBoard, mayUndo: boolean): void {
  const t = useTranslations('board.restored');
  const say = useToast();
  const { run } = useDeed();
  const tell = useEffectEvent(({ keptId, by, number, cards }: Restored): void => {
    const text = t(cards === null ? 'board' : 'cards', {
      name: by.name,
      number,
      count: cards ?? 0,
    });
    const undo = { method: 'POST' as const, path: `/snapshots/${keptId}/restore` };
    const onSelect = () => void run({ ...undo, view: snapshotView });
    say({ text, ...(mayUndo && { action: { label: t('undo'), onSelect } }) });
  });
  useEffect(() => {
    const { meta } = live.board;
    let known = '';
    const look = (): void => {
      const word = readRestored(live.board);
      const isNews = word && Date.now() - Date.parse(word.at) < JUST_NOW_MS;
      if (isNews && word.keptId !== known) tell(word);
      known = word?.keptId ?? '';
    };
    look();
    meta.observe(look);
    return () => meta.unobserve(look);
  }, [live]);
}
