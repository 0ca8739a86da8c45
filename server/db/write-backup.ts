import { existsSync } from 'node:fs';
import type { Pool } from 'pg';
import { BackupWriter } from './backup-file.ts';
import type { BackupHead } from './backup-file.ts';
import { readRows, readSequences } from './copy-table.ts';
import { DatabaseError } from './errors.ts';
import { readTables, tableDigest } from './tables.ts';
import { inTextTransaction, READ_ONE_MOMENT } from './text-transaction.ts';

export interface BackupOptions {
  readonly pool: Pool;
  readonly file: string;
  readonly about: Pick<BackupHead, 'app' | 'at' | 'authSecret'>;
}

/**
 * Writes everything that the database holds at one moment into a file that restores into either kind of
 * database; people may go on writing meanwhile. Returns how many rows it has. [BACK-1]
 *
 * @throws DatabaseError `backup-refused` when the file is there already
 */
export async function writeBackup({ pool, file, about }: BackupOptions): Promise<number> {
  if (existsSync(file)) {
    throw new DatabaseError('backup-refused', `${file} is there already, and was left as it is.`);
  }
  const writer = new BackupWriter(file);
  try {
    const rows = await inTextTransaction(pool, READ_ONE_MOMENT, async (from) => {
      const { rows: done } = await from.query<{ name: string }>(
        `SELECT migration_name AS name FROM _prisma_migrations
         WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
      );
      const migrations = done.map(({ name }) => name);
      await writer.write({ is: 'head', head: { format: 1, ...about, migrations } });
      let total = 0;
      for (const table of await readTables(from)) {
        await writer.write({ is: 'table', table });
        for await (const batch of readRows(from, table)) {
          await writer.write({ is: 'rows', rows: batch });
          total += batch.length;
        }
        await writer.write({ is: 'end', digest: await tableDigest(from, table) });
      }
      await writer.write({ is: 'sequences', sequences: await readSequences(from) });
      return total;
    });
    await writer.finish();
    return rows;
  } catch (error) {
    await writer.giveUp();
    throw error;
  }
}
