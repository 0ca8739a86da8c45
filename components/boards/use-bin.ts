'use client';

import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import { boardView } from '#board/api/boards.ts';
import type { BoardView } from '#board/api/boards.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { useToast } from '#components/ui/toast.tsx';

/** Into the bin without a question, since the way back is one press. */
export function useBin(board: Pick<BoardView, 'id' | 'title'>) {
  const t = useTranslations('boards');
  const say = useToast();
  const { busy, run } = useDeed();
  const { id, title } = board;

  const restore = () =>
    run({
      method: 'POST',
      path: `/boards/${id}/restore`,
      view: boardView,
      said: t('restored', { title }),
    });

  async function bin() {
    const gone = await run({ method: 'DELETE', path: `/boards/${id}`, view: z.null() });
    if (gone === undefined) return;
    say({
      text: t('binned', { title }),
      action: { label: t('undo'), onSelect: () => void restore() },
    });
  }

  return { busy, bin, restore };
}
