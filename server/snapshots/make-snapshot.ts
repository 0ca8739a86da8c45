import { asBoardId } from '#board/ids.ts';
import type { House, Tx } from '../house.ts';
import type { Position } from '../sync/documents.ts';
import type { History } from '../sync/update-log.ts';
import { readChain } from './content-rows.ts';
import type { KeepJob, Kept } from './snapshot-jobs.ts';
import { DamagedContent } from './stored-content.ts';

/** A board's document of one moment, ready to be stored. */
export interface MadeSnapshot {
  readonly at: Position;
  readonly kept: Kept;
}

/**
 * Reads the document from the log and packs it in the thread for snapshots, so that nobody who draws
 * waits for it. With `tx`, as that transaction sees the log. [SNAP-1]
 */
export async function makeSnapshot(
  { db, documentLog, snapshotWork }: Pick<House, 'db' | 'documentLog' | 'snapshotWork'>,
  boardId: string,
  tx?: Tx,
): Promise<MadeSnapshot> {
  const history = await documentLog.read(asBoardId(boardId), 0, tx);
  const kept = await snapshotWork.keep({
    state: history.state?.bytes,
    rows: history.rows.map(({ bytes }) => bytes),
    before: await newestContents(tx ?? db, boardId),
  });
  return { at: positionOf(history), kept };
}

export function positionOf({ epoch, state, rows }: History): Position {
  return { epoch, seq: rows.at(-1)?.seq ?? state?.seq ?? 0 };
}

/** Undefined for a first snapshot, and where the newest one's contents are damaged. */
async function newestContents(db: Tx | House['db'], boardId: string): Promise<KeepJob['before']> {
  const last = await db.snapshot.findFirst({
    where: { boardId, goneAt: null },
    orderBy: { number: 'desc' },
  });
  if (!last) return undefined;
  try {
    return {
      state: await readChain(db, boardId, last.stateHash),
      document: await readChain(db, boardId, last.documentHash),
    };
  } catch (error) {
    if (error instanceof DamagedContent) return undefined;
    throw error;
  }
}
