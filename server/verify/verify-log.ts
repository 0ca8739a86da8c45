import { asBoardId } from '#board/ids.ts';
import type { Board, PrismaClient } from '../db/generated/client.ts';
import { replay } from '../sync/fold-document.ts';
import { PrismaUpdateLog } from '../sync/prisma-update-log.ts';
import type { Find } from './finding.ts';

interface Entry {
  readonly seq: number;
  readonly epoch: number;
  readonly fits: boolean;
}

/** Looks at every row and state of a board's log, and whether the board can be opened from them. */
export async function verifyLog(db: PrismaClient, board: Board, find: Find): Promise<void> {
  const { id, epoch, epochFrom, logSeq } = board;
  const rows = await db.$queryRaw<Entry[]>`
    SELECT seq, epoch, sha256(bytes) = checksum AS fits FROM board_update
    WHERE board_id = ${id} ORDER BY seq`;
  const states = await db.$queryRaw<Entry[]>`
    SELECT seq, epoch, sha256(bytes) = checksum AS fits FROM board_state
    WHERE board_id = ${id} AND proven ORDER BY seq`;
  for (const { seq, fits } of states) {
    if (!fits) find(`state ${seq}`, 'its bytes do not fit their checksum');
  }
  // Rows below a kept state may be gone; between those that are there nothing may be missing.
  let expected = rows[0]?.seq ?? logSeq + 1;
  for (const row of rows) {
    if (row.seq !== expected) find(`log row ${expected}`, 'is missing');
    if (!row.fits) find(`log row ${row.seq}`, 'its bytes do not fit their checksum');
    const isOfEpoch = row.seq >= epochFrom ? row.epoch === epoch : row.epoch < epoch;
    if (!isOfEpoch) find(`log row ${row.seq}`, 'it is of another epoch than its place says');
    expected = row.seq + 1;
  }
  if (expected !== logSeq + 1) find(`log row ${expected}`, 'is missing');
  await verifyOpening(db, id, find);
}

async function verifyOpening(db: PrismaClient, boardId: string, find: Find): Promise<void> {
  try {
    const { state, rows } = await new PrismaUpdateLog(db).read(asBoardId(boardId));
    replay({ state: state?.bytes, rows: rows.map(({ bytes }) => bytes) }).destroy();
  } catch (error) {
    find('log', `the board cannot be opened from it (${String(error)})`);
  }
}
