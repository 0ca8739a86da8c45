import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Editor } from 'tldraw';
import type { CycleCard } from '#board/cards.ts';
import type { World } from './canvas-world.tsx';
import { nextCycle } from './next-cycle.ts';

/** Begins the cycle after the one of a card, unless that is over or this person may not. */
export function useNextCycle({ live, writable }: World): (editor: Editor, card: CycleCard) => void {
  const t = useTranslations('card.cycle');
  return useCallback(
    (editor, card) => {
      const cycle = live.cycles.get(card.props.cycleId);
      if (!writable || !cycle || isOver(card)) return;
      nextCycle(editor, live, card, cycle, (number) => t('title', { number }));
    },
    [live, writable, t],
  );
}

/** A cycle that is over lies in the frame of what was finished. */
export function isOver({ parentId }: CycleCard): boolean {
  return !parentId.startsWith('page:');
}
