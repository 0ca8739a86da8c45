import { useMemo, useSyncExternalStore } from 'react';
import { OPEN_ROUND, readVotes } from '#board/votes.ts';
import type { Votes } from '#board/votes.ts';
import type { LiveBoard } from './live-board.ts';

/** The dots on a card outside of a vote round, followed. */
export function useVotes({ board }: LiveBoard, subject: string, personId: string): Votes {
  // A string, so that equal answers are equal.
  const read = (): string => {
    const { total, mine } = readVotes(board, OPEN_ROUND, subject, personId);
    return `${total} ${mine}`;
  };
  const subscribe = (heard: () => void): (() => void) => {
    board.votes.observe(heard);
    return () => board.votes.unobserve(heard);
  };
  const votes = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => {
    const [total = 0, mine = 0] = votes.split(' ').map(Number);
    return { total, mine };
  }, [votes]);
}
