import { rm } from 'node:fs/promises';
import { describe } from 'vitest';
import { type Database, openDatabase } from '#server/db/open-database.ts';
import { copyDataDirTemplate } from './data-dir-template.ts';
import { hasPostgres } from './postgres.ts';
import { copyPostgresTemplate } from './postgres-template.ts';
import { complaints, print } from './print.ts';

/** A migrated, empty database of its own; `close` removes it. */
export interface TestDatabase extends Database {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/** @throws Error for `postgres` when there is none: ask `hasPostgres` first, or use `describeOnBothDatabases` */
export async function testDatabase(kind: Database['kind'] = 'embedded'): Promise<TestDatabase> {
  return kind === 'embedded' ? embedded() : postgres();
}

/** Runs a suite on the embedded database and on a real Postgres; says so when the second has to be left out. */
export function describeOnBothDatabases(
  name: string,
  suite: (open: () => Promise<TestDatabase>) => void,
): void {
  describe(`${name} (embedded)`, () => suite(() => testDatabase('embedded')));
  if (!postgresIsThere) print(`Left out, no Postgres found: ${name} (postgres)`);
  describe.skipIf(!postgresIsThere)(`${name} (postgres)`, () =>
    suite(() => testDatabase('postgres')),
  );
}

const postgresIsThere = await hasPostgres();

async function embedded(): Promise<TestDatabase> {
  const dataDir = await copyDataDirTemplate();
  const database = await openDatabase({ dataDir, log: complaints });
  return {
    ...database,
    dataDir,
    databaseUrl: undefined,
    close: async () => {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function postgres(): Promise<TestDatabase> {
  const { url, drop } = await copyPostgresTemplate();
  const database = await openDatabase({ databaseUrl: url, dataDir: '', log: complaints });
  return {
    ...database,
    dataDir: '',
    databaseUrl: url,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}
