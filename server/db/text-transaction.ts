import type { Pool, PoolClient } from 'pg';

/** Nothing that is written meanwhile is seen. */
export const READ_ONE_MOMENT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Values travel and are compared as text: every server has to write it alike. */
const SAME_TEXT = [
  "SET LOCAL DateStyle = 'ISO, MDY'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
].join('; ');

/** Work in which values are Postgres' own text, all of it or nothing. */
export async function inTextTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`${begin}; ${SAME_TEXT}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Without a connection there is nothing left to undo.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
