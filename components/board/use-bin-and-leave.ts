import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { BoardView } from '#board/api/boards.ts';
import { useBin } from '#components/boards/use-bin.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { useToast } from '#components/ui/toast.tsx';

/** Moves the board on screen to the bin and goes home, where it can be put back. */
export function useBinAndLeave(board: BoardView): () => Promise<void> {
  const t = useTranslations('boards');
  const say = useToast();
  const router = useRouter();
  const { run } = useDeed();
  const { restore } = useBin(board);
  return async () => {
    const gone = await run({ method: 'DELETE', path: `/boards/${board.id}`, view: z.null() });
    if (gone === undefined) return;
    router.push('/');
    const action = { label: t('undo'), onSelect: () => void restore() };
    say({ text: t('binned', { title: board.title }), action });
  };
}
