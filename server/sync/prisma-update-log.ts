import type { BoardId } from '#board/ids.ts';
import type { Prisma, PrismaClient } from '#server/db/generated/client.ts';
import { checksumOf } from './checksum.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { CommitQueue } from './commit-queue.ts';
import type { Position } from './documents.ts';
import { appendRows, blamesRow } from './prisma-append.ts';
import { lookUp } from './prisma-look-up.ts';
import { keepState, pruneLog } from './prisma-states.ts';
import type { Prepared } from './quick-append.ts';
import { readHistory } from './read-history.ts';
import type { ReadDeps } from './read-history.ts';
import type { DamagedLog, History, NewRow, NewState, UpdateLog } from './update-log.ts';
import { NoSuchBoard, StaleEpoch, templateRow } from './update-log.ts';

type Tx = Prisma.TransactionClient;

// Milliseconds that a use case may hold its transaction, and may wait for one: the embedded database
// has a single connection, so that both are short on purpose and longer than any honest use case.
const TRANSACTION = { timeout: 10_000, maxWait: 10_000 };

export interface PrismaUpdateLogOptions {
  /** A state or row does not fit its checksum and was worked round. */
  readonly onDamage?: (damage: DamagedLog) => void;
  readonly clock?: Clock;
  /** The same database by a shorter way, for the rows of one busy board. */
  readonly prepared?: Prepared | undefined;
}

/** The log in the tables `board_update`, `board_state` and `board_client`. */
export class PrismaUpdateLog implements UpdateLog<Tx> {
  private readonly queue: CommitQueue;
  private readonly onDamage: (damage: DamagedLog) => void;

  constructor(
    private readonly db: PrismaClient,
    { onDamage = () => {}, clock = systemClock, prepared }: PrismaUpdateLogOptions = {},
  ) {
    this.onDamage = onDamage;
    this.queue = new CommitQueue({
      write: (rows, held) => appendRows(db, rows, held, prepared),
      blamesRow,
      clock,
    });
  }

  read(boardId: BoardId, after = 0, tx?: Tx): Promise<History> {
    const { db, onDamage } = this;
    const look: ReadDeps['look'] = (id, wanted) => lookUp(tx ?? db, id, wanted);
    return readHistory({ look, onDamage }, boardId, after);
  }

  async append(boardId: BoardId, row: NewRow, tx?: Tx): Promise<number> {
    if (!tx) return this.queue.append({ ...row, boardId });
    const [written] = await appendRows(tx, [{ ...row, boardId }], 'wait');
    if (written?.is === 'stored') return written.seq;
    throw written?.is === 'stale' ? new StaleEpoch(boardId, row.epoch) : new NoSuchBoard(boardId);
  }

  async create(tx: Tx, boardId: BoardId, bytes: Uint8Array): Promise<void> {
    await this.append(boardId, templateRow(bytes), tx);
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.$transaction(work, TRANSACTION);
  }

  async hold(boardId: BoardId, tx: Tx): Promise<Position> {
    const [held] = await tx.$queryRaw<Position[]>`
      SELECT epoch, log_seq AS seq FROM board WHERE id = ${boardId} FOR NO KEY UPDATE`;
    if (!held) throw new NoSuchBoard(boardId);
    return held;
  }

  async heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, Position>> {
    const heads = await this.db.$queryRaw<(Position & { id: BoardId })[]>`
      SELECT id, epoch, log_seq AS seq FROM board WHERE id = ANY(${[...boardIds]}::text[])`;
    return new Map(heads.map(({ id, epoch, seq }) => [id, { epoch, seq }]));
  }

  keepState(boardId: BoardId, state: NewState): Promise<void> {
    return keepState(this.db, boardId, state);
  }

  prune(boardId: BoardId, before: Date): Promise<number> {
    return pruneLog(this.db, boardId, before);
  }

  async rebuild(boardId: BoardId, at: Position, bytes: Uint8Array): Promise<Position> {
    const [begun] = await this.db.$queryRaw<Position[]>`
      WITH begun AS (
        UPDATE board SET epoch = epoch + 1, log_seq = log_seq + 1, epoch_from = log_seq + 1
        WHERE id = ${boardId} AND epoch = ${at.epoch} AND log_seq = ${at.seq}
        RETURNING id, epoch, log_seq
      )
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum, writer, writer_seq)
      SELECT id, log_seq, epoch, ${bytes}, ${checksumOf(bytes)}, 'rebuild', epoch FROM begun
      RETURNING epoch, seq`;
    if (begun) return begun;
    const heads = await this.heads([boardId]);
    throw heads.has(boardId) ? new StaleEpoch(boardId, at.epoch) : new NoSuchBoard(boardId);
  }
}
