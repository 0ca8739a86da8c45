import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { copySequences, copyTable } from './copy-table.ts';
import { openEmbedded } from './embedded.ts';
import { DatabaseError } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { migrate } from './migrate.ts';
import { migrationsFolder, readMigrations } from './migration-files.ts';
import { openPostgres } from './postgres.ts';
import { readTables, type Table, tableDigest } from './tables.ts';

export interface ExportOptions {
  dataDir: string;
  /** An empty database on a Postgres server. */
  targetUrl: string;
  log: DatabaseLog;
  migrationsDir?: string | undefined;
}

/**
 * Copies the embedded database to a Postgres server, all of it or nothing, and compares both sides before it keeps
 * the copy. The embedded database stays as it is; no server may run on it meanwhile.
 *
 * @returns how many rows were copied
 * @throws DatabaseError `export-refused`, and what opening either database throws
 */
export async function exportEmbedded(options: ExportOptions): Promise<number> {
  const { dataDir, targetUrl, log } = options;
  if (!existsSync(join(dataDir, 'db', 'PG_VERSION'))) {
    throw new DatabaseError('export-refused', `There is no embedded database in ${dataDir}.`);
  }
  const migrations = readMigrations(options.migrationsDir ?? migrationsFolder());
  const embedded = await openEmbedded({
    dataDir,
    log,
    onLost: (error) => log.error(error.message),
  });
  try {
    await migrate(embedded.pool, migrations, log);
    const target = await openPostgres({ databaseUrl: targetUrl, log });
    try {
      await migrate(target, migrations, log);
      return await copyAll(embedded.pool, target, log);
    } finally {
      await target.end();
    }
  } finally {
    await embedded.close();
  }
}

/** Values travel and are compared as text: both servers have to write it alike. */
const SAME_TEXT = [
  "SET LOCAL DateStyle = 'ISO, MDY'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  'SET LOCAL extra_float_digits = 1',
].join('; ');

async function copyAll(source: Pool, target: Pool, log: DatabaseLog): Promise<number> {
  return inTransaction(source, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (from) =>
    inTransaction(target, 'BEGIN', async (to) => {
      const tables = await readTables(from);
      await refuseIfFilled(to, tables);
      let total = 0;
      for (const table of tables) {
        const rows = await copyTable(from, to, table);
        await compare(from, to, table);
        log.info(`${table.name}: ${rows} rows copied and compared.`);
        total += rows;
      }
      await copySequences(from, to);
      return total;
    }),
  );
}

async function refuseIfFilled(to: PoolClient, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    // Nobody may write while we do, or they would be mixed.
    await to.query(`LOCK TABLE "${name}" IN EXCLUSIVE MODE`);
    const { rowCount } = await to.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rowCount === 0) continue;
    const message = `The database to export to already holds rows (in ${name}). Export to an empty one.`;
    throw new DatabaseError('export-refused', message);
  }
}

async function compare(from: PoolClient, to: PoolClient, table: Table): Promise<void> {
  const [ours, theirs] = [await tableDigest(from, table), await tableDigest(to, table)];
  if (ours === theirs) return;
  throw new DatabaseError(
    'export-refused',
    `${table.name} came out different (${ours} here, ${theirs} there). Nothing was kept.`,
  );
}

async function inTransaction<T>(
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
