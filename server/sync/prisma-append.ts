import { Prisma } from '#server/db/generated/client.ts';
import { manyRows, oneRow } from './append-statements.ts';
import type { BoardRow, Written } from './commit-queue.ts';
import { appendQuickly } from './quick-append.ts';
import type { Prepared } from './quick-append.ts';

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>;

interface Outcome {
  readonly boardId: string;
  readonly seq: number | null;
  readonly there: boolean;
  readonly held: boolean;
}

/**
 * Writes rows of different boards in one statement, which raises `board.log_seq` and inserts the row
 * under it, so that two servers writing one board get different seqs. Boards are locked in the order
 * of their ids; with `skip`, those that somebody else has locked are passed over. [SYNC-30]
 */
export async function appendRows(
  db: Db,
  rows: readonly BoardRow[],
  held: 'wait' | 'skip',
  prepared?: Prepared,
): Promise<Written[]> {
  const [row, ...more] = rows;
  const alone = row && more.length === 0;
  if (alone && prepared && held === 'skip' && row.claims.size === 0) {
    const seq = await appendQuickly(prepared, row);
    if (seq !== undefined) return [{ is: 'stored', seq }];
  } else if (alone) {
    const [stored] = await db.$queryRaw<{ seq: number }[]>(oneRow(row, held));
    if (stored) return [{ is: 'stored', seq: stored.seq }];
  }
  const outcomes = await db.$queryRaw<Outcome[]>(manyRows(rows, held));
  const byBoard = new Map(outcomes.map((outcome) => [outcome.boardId, outcome]));
  return rows.map(({ boardId }) => writtenAs(byBoard.get(boardId), held));
}

function writtenAs(outcome: Outcome | undefined, held: 'wait' | 'skip'): Written {
  if (!outcome?.there) return { is: 'no-board' };
  if (outcome.seq !== null) return { is: 'stored', seq: outcome.seq };
  if (outcome.held) return { is: 'stale' };
  // Passed over, or removed while we waited for it.
  return held === 'skip' ? { is: 'held' } : { is: 'no-board' };
}

/** SQLSTATE classes 21, 22, 23 and 54: a value that does not fit, or a rule of a table. */
export function blamesRow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return /Code: `(2[123]|54)/.test(error.message);
  }
  return typeof code === 'string' && /^(2[123]|54)[0-9A-Z]{3}$/.test(code);
}
