import type { BoardDocument } from '#board/document.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import type { Tx } from '../house.ts';
import { collectMeetingFacts, meetingFactsChange } from '../meetings/meeting-facts.ts';
import { collectFacts, factsChange } from './facts.ts';

/** The change that makes a board show what the database says; undefined when it does. [SYNC-25] */
export async function freshenBoard(
  db: PrismaClient | Tx,
  boardId: string,
  board: BoardDocument,
): Promise<((board: BoardDocument) => void) | undefined> {
  const facts = factsChange(board, await collectFacts(db, boardId));
  const meeting = meetingFactsChange(board, await collectMeetingFacts(db, boardId));
  if (!facts && !meeting) return undefined;
  return (live) => {
    facts?.(live);
    meeting?.(live);
  };
}
