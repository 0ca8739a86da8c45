import type { Reading } from '../snapshots/check-chain.ts';
import type { Finding } from './finding.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyContents } from './verify-contents.ts';
import { verifyLog } from './verify-log.ts';

export interface Verified {
  readonly boards: number;
  readonly findings: readonly Finding[];
}

/** Checks every log, every chain and every content of every board, those in the bin too. [SNAP-9] */
export async function verifyBoards(house: Reading): Promise<Verified> {
  const boards = await house.db.board.findMany({ orderBy: { id: 'asc' } });
  const findings: Finding[] = [];
  for (const board of boards) {
    const find = (part: string, what: string): void => {
      findings.push({ boardId: board.id, boardTitle: board.title, part, what });
    };
    await verifyLog(house.db, board, find);
    await verifyChain(house, board, find);
    await verifyContents(house.db, board.id, find);
  }
  return { boards: boards.length, findings };
}
