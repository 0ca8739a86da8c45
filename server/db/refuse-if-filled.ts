import type { PoolClient } from 'pg';
import { DatabaseError } from './errors.ts';
import type { DatabaseProblem } from './errors.ts';
import type { Table } from './tables.ts';

/** Locks the tables for the transaction. Throws when one of them holds a row. */
export async function refuseIfFilled(
  to: PoolClient,
  tables: readonly Pick<Table, 'name'>[],
  code: DatabaseProblem,
): Promise<void> {
  for (const { name } of tables) {
    // Nobody may write while we do, or they would be mixed.
    await to.query(`LOCK TABLE "${name}" IN EXCLUSIVE MODE`);
    const { rowCount } = await to.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rowCount === 0) continue;
    const doing = code === 'export-refused' ? 'Export' : 'Restore';
    const message = `The database to ${doing.toLowerCase()} to already holds rows (in ${name}). ${doing} to an empty one.`;
    throw new DatabaseError(code, message);
  }
}
