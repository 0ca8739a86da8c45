import { checksumOf } from './checksum.ts';
import type { BoardRow } from './commit-queue.ts';

/** Runs a statement that the database remembers under its name. */
export type Prepared = <Row>(statement: {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}) => Promise<Row[]>;

/**
 * `oneRow` without claims, as a statement that is read and planned once: on the embedded database
 * that is most of the work of a commit, and nearly all commits of a busy board are of this kind.
 */
const APPEND = `
  WITH raised AS (
    UPDATE board SET log_seq = log_seq + 1
    WHERE id = (SELECT id FROM board WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED)
    AND epoch = $2 AND NOT EXISTS (
      SELECT FROM board_update WHERE board_id = $1 AND writer = $5 AND writer_seq = $6
    )
    RETURNING id, epoch, log_seq
  )
  INSERT INTO board_update (board_id, seq, epoch, bytes, checksum, writer, writer_seq)
  SELECT id, log_seq, epoch, $3, $4, $5, $6 FROM raised
  RETURNING seq`;

/** The row's seq; undefined when it was not stored, and another statement has to tell why. */
export async function appendQuickly(
  prepared: Prepared,
  { boardId, epoch, bytes, writer, number }: BoardRow,
): Promise<number | undefined> {
  const values = [boardId, epoch, bufferOf(bytes), bufferOf(checksumOf(bytes)), writer, number];
  try {
    const [stored] = await prepared<{ seq: number }>({ name: 'append_row', text: APPEND, values });
    return stored?.seq;
  } catch (error) {
    if (isForgotten(error)) return undefined;
    throw error;
  }
}

/** A pooler between us and the database may send each statement to another connection. */
function isForgotten(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === NO_SUCH_STATEMENT || code === STATEMENT_EXISTS;
}

const NO_SUCH_STATEMENT = '26000';
const STATEMENT_EXISTS = '42P05';

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
