import type { BoardId } from '#board/ids.ts';
import type { Prisma, PrismaClient } from '#server/db/generated/client.ts';
import type { History, UpdateLog } from './update-log.ts';
import { checksumOf, NoSuchBoard, StaleEpoch, verified, verifyChecksum } from './update-log.ts';

type Tx = Prisma.TransactionClient;

// Milliseconds that a use case may hold its transaction, and may wait for one: the embedded database
// has a single connection, so that both are short on purpose and longer than any honest use case.
const TRANSACTION = { timeout: 10_000, maxWait: 10_000 };

/** The log in the tables `board_update` and `board_state`. */
export class PrismaUpdateLog implements UpdateLog<Tx> {
  private readonly db: PrismaClient;

  constructor(db: PrismaClient) {
    this.db = db;
  }

  async read(boardId: BoardId, after = 0): Promise<History> {
    const board = await this.db.board.findUnique({
      where: { id: boardId },
      select: { epoch: true },
    });
    if (!board) throw new NoSuchBoard(boardId);
    const { epoch } = board;
    const state = await this.db.boardState.findFirst({
      where: { boardId, epoch, seq: { gt: after } },
      orderBy: { seq: 'desc' },
    });
    if (state) verifyChecksum(boardId, state);
    const from = state?.seq ?? after;
    const rows = await this.db.boardUpdate.findMany({
      where: { boardId, epoch, seq: { gt: from } },
      orderBy: { seq: 'asc' },
    });
    return { epoch, rows: [...(state ? [state] : []), ...verified(boardId, from, rows)] };
  }

  async append(boardId: BoardId, epoch: number, bytes: Uint8Array, tx?: Tx): Promise<number> {
    const db = tx ?? this.db;
    const [row] = await db.$queryRaw<{ seq: number }[]>`
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum)
      SELECT b.id,
             1 + GREATEST(
               (SELECT COALESCE(max(u.seq), 0) FROM board_update u WHERE u.board_id = b.id),
               (SELECT COALESCE(max(s.seq), 0) FROM board_state s WHERE s.board_id = b.id)),
             b.epoch, ${bytes}, ${checksumOf(bytes)}
      FROM board b WHERE b.id = ${boardId} AND b.epoch = ${epoch}
      RETURNING seq`;
    if (row) return row.seq;
    const board = await db.board.findUnique({ where: { id: boardId }, select: { id: true } });
    throw board ? new StaleEpoch(boardId, epoch) : new NoSuchBoard(boardId);
  }

  async withdraw(boardId: BoardId, seq: number): Promise<void> {
    await this.db.boardUpdate.deleteMany({ where: { boardId, seq } });
  }

  async create(tx: Tx, boardId: BoardId, bytes: Uint8Array): Promise<void> {
    await this.append(boardId, FIRST_EPOCH, bytes, tx);
  }

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.$transaction(work, TRANSACTION);
  }
}

/** The epoch that a new board row has by default. */
const FIRST_EPOCH = 1;
