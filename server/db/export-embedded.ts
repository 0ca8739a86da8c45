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
import { refuseIfFilled } from './refuse-if-filled.ts';
import { readTables, type Table, tableDigest } from './tables.ts';
import { inTextTransaction, READ_ONE_MOMENT } from './text-transaction.ts';

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

async function copyAll(source: Pool, target: Pool, log: DatabaseLog): Promise<number> {
  return inTextTransaction(source, READ_ONE_MOMENT, (from) =>
    inTextTransaction(target, 'BEGIN', async (to) => {
      const tables = await readTables(from);
      await refuseIfFilled(to, tables, 'export-refused');
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

async function compare(from: PoolClient, to: PoolClient, table: Table): Promise<void> {
  const [ours, theirs] = [await tableDigest(from, table), await tableDigest(to, table)];
  if (ours === theirs) return;
  throw new DatabaseError(
    'export-refused',
    `${table.name} came out different (${ours} here, ${theirs} there). Nothing was kept.`,
  );
}
