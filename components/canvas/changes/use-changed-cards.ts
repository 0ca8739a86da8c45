import { useEffect, useState } from 'react';
import { changedCards } from '#board/changed-cards.ts';
import type { ChangedCards } from '#board/changed-cards.ts';
import { diffBoards } from '#board/diff.ts';
import type { BoardDocument } from '#board/document.ts';
import { projectBoard } from '#board/projection.ts';
import type { ShownChanges } from './shown-changes.ts';

const PAUSE_MS = 500; // the whole board is read: not with each key that somebody presses

/** What changed since the earlier point, followed while others work on. */
export function useChangedCards(
  board: BoardDocument,
  { earlier, days }: ShownChanges,
): ChangedCards {
  const [changed, setChanged] = useState(() => changesOn(board, earlier, days));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = (): void => {
      timer = undefined;
      setChanged(changesOn(board, earlier, days));
    };
    const heard = (): void => {
      timer ??= setTimeout(renew, PAUSE_MS);
    };
    board.doc.on('update', heard);
    return () => {
      board.doc.off('update', heard);
      clearTimeout(timer);
    };
  }, [board, earlier, days]);
  return changed;
}

function changesOn(
  board: BoardDocument,
  earlier: ShownChanges['earlier'],
  days: ShownChanges['days'],
): ChangedCards {
  return changedCards(board, earlier, diffBoards(earlier, projectBoard(board), days));
}
