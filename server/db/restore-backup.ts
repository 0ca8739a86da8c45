import type { Pool, PoolClient } from 'pg';
import { checkBackup, readBackup } from './backup-file.ts';
import type { BackupHead } from './backup-file.ts';
import { insertRows, setSequences } from './copy-table.ts';
import { DatabaseError } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration-files.ts';
import { refuseIfFilled } from './refuse-if-filled.ts';
import { readTables, tableDigest } from './tables.ts';
import type { Table } from './tables.ts';
import { inTextTransaction } from './text-transaction.ts';

export interface RestoreOptions {
  /** An empty database of either kind. */
  readonly pool: Pool;
  readonly file: string;
  readonly migrations: Migration[];
  readonly log: DatabaseLog;
}

/**
 * Puts a backup into an empty database, all of it or nothing, and compares every table with what was
 * backed up. A backup of an older version is brought to the newest migration afterwards. [BACK-2]
 *
 * @throws DatabaseError `backup-refused`
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<{ head: BackupHead; rows: number }> {
  const { pool, file, migrations, log } = options;
  const head = await checkBackup(file);
  const known = migrations.filter(({ name }) => head.migrations.includes(name));
  if (known.length !== head.migrations.length) {
    throw refused(`${file} was made by a newer version of Verbeterbord (${head.app}).`);
  }
  await migrate(pool, known, log);
  const rows = await inTextTransaction(pool, 'BEGIN', async (to) => {
    await refuseIfFilled(to, await readTables(to), 'backup-refused');
    return insertAll(to, file);
  });
  await migrate(pool, migrations, log);
  return { head, rows };
}

async function insertAll(to: PoolClient, file: string): Promise<number> {
  let table: Table = { name: '', columns: [] };
  let total = 0;
  for await (const line of readBackup(file)) {
    switch (line.is) {
      case 'table':
        table = line.table;
        break;
      case 'rows':
        await insertRows(to, table, line.rows);
        total += line.rows.length;
        break;
      case 'end':
        await compare(to, table, line.digest);
        break;
      case 'sequences':
        await setSequences(to, line.sequences);
        break;
      case 'head':
      case 'sum':
        break;
    }
  }
  return total;
}

async function compare(to: PoolClient, table: Table, digest: string): Promise<void> {
  const here = await tableDigest(to, table);
  if (here === digest) return;
  throw refused(
    `${table.name} came out different (${digest} there, ${here} here). Nothing was kept.`,
  );
}

function refused(message: string): DatabaseError {
  return new DatabaseError('backup-refused', message);
}
