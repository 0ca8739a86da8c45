import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { readChain } from '../snapshots/content-rows.ts';
import type { Chain } from '../snapshots/stored-content.ts';
import { fitsChecksum } from '../sync/checksum.ts';
import { reachOf } from './reach-of.ts';

/** A document that is kept whole, and the row of the log that it stands for. */
interface Kept {
  readonly seq: number;
  /** Of a snapshot's state; null for a state of the log, and for the beginning, which is empty. */
  readonly stateHash: string | null;
}

interface Row {
  readonly bytes: Uint8Array;
  readonly checksum: Uint8Array;
}

/**
 * The board as it was after that row of its log, a Yjs update (V1): the nearest document that was kept
 * before it, and the rows after that. [SNAP-10]
 */
export async function readPoint(
  house: House,
  actor: Actor,
  boardId: string,
  seq: number,
): Promise<Uint8Array> {
  await mustOnBoard(house, actor, boardId, 'snapshot.see');
  const reach = await reachOf(house, boardId);
  if (!Number.isInteger(seq) || seq < 1 || seq > reach.seq) throw nothingHere();
  if (seq < reach.first) {
    throw new Refusal(
      'gone',
      'Single steps are kept for 30 days; before that there are snapshots.',
    );
  }
  for (const kept of await keptBefore(house, boardId, { epoch: reach.epoch, seq })) {
    const point = await pointFrom(house, boardId, kept, seq);
    if (point) return point;
  }
  throw new Refusal('damaged', 'What is kept of this moment is no longer a board.');
}

/** Nearest first, and last the beginning of all. */
async function keptBefore(
  { db }: House,
  boardId: string,
  { epoch, seq }: { epoch: number; seq: number },
): Promise<Kept[]> {
  const found = await db.$queryRaw<Kept[]>`
    (SELECT seq, NULL AS "stateHash" FROM board_state
     WHERE board_id = ${boardId} AND epoch = ${epoch} AND proven AND seq <= ${seq}
     ORDER BY seq DESC LIMIT 2)
    UNION ALL
    (SELECT seq, state_hash FROM snapshot
     WHERE board_id = ${boardId} AND epoch = ${epoch} AND gone_at IS NULL AND seq <= ${seq}
     ORDER BY seq DESC LIMIT 2)`;
  const { epochFrom } = await db.board.findUniqueOrThrow({ where: { id: boardId } });
  const nearest = found.toSorted((a, b) => b.seq - a.seq);
  return [...nearest, { seq: epochFrom - 1, stateHash: null }];
}

/** Undefined when something between is gone or damaged: another kept document may do. */
async function pointFrom(
  house: House,
  boardId: string,
  kept: Kept,
  seq: number,
): Promise<Uint8Array | undefined> {
  const rows = await house.db.$queryRaw<Row[]>`
    SELECT bytes, checksum FROM board_update
    WHERE board_id = ${boardId} AND seq > ${kept.seq} AND seq <= ${seq} ORDER BY seq`;
  if (rows.length !== seq - kept.seq || !rows.every(fitsChecksum)) return undefined;
  try {
    const start = await startOf(house, boardId, kept);
    return await house.snapshotWork.join({ ...start, rows: rows.map(({ bytes }) => bytes) });
  } catch (error) {
    house.log.error({ err: error, boardId, seq: kept.seq }, 'a kept document is damaged');
    return undefined;
  }
}

async function startOf(
  { db }: House,
  boardId: string,
  { seq, stateHash }: Kept,
): Promise<{ chain: Chain | undefined; state: Uint8Array | undefined }> {
  if (stateHash !== null) {
    return { chain: await readChain(db, boardId, stateHash), state: undefined };
  }
  const state = await db.boardState.findUnique({ where: { boardId_seq: { boardId, seq } } });
  if (state && !fitsChecksum(state)) throw new Error('the state does not fit its checksum');
  return { chain: undefined, state: state?.bytes };
}
