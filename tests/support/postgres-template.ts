import type { Client } from 'pg';
import { openDatabase } from '#server/db/open-database.ts';
import { MIGRATIONS_DIR, migrationsHash } from './migrations-hash.ts';
import {
  createDatabase,
  findPostgres,
  onServer,
  type ThrowawayPostgres,
  withDatabase,
} from './postgres.ts';
import { complaints } from './print.ts';

const PREFIX = 'verbeterbord_template_';
/** Any number of our own: makers of the template wait for each other, and for those who are copying it. */
const LOCK = 1_414_814_016;

/** A migrated database on a real Postgres server, copied inside the server. */
export async function copyPostgresTemplate(): Promise<ThrowawayPostgres> {
  const server = await findPostgres();
  if (!server) throw new Error('There is no Postgres server on this machine.');
  const name = PREFIX + migrationsHash();
  return onServer(server, async (client) => {
    const lock = () => client.query(`SELECT pg_advisory_lock_shared(${LOCK})`);
    await lock();
    while (!(await exists(client, name))) {
      await client.query(`SELECT pg_advisory_unlock_shared(${LOCK})`);
      await make(server, name);
      await lock();
    }
    return createDatabase(server, name);
  });
}

async function exists(client: Client, name: string): Promise<boolean> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return found.rowCount === 1;
}

async function make(server: string, name: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE datname LIKE $1',
      [`${PREFIX}%`],
    );
    const names = rows.map((row) => row.datname);
    if (names.includes(name)) return;
    for (const old of names) await client.query(`DROP DATABASE "${old}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}-draft"`);
    await migrateTo(withDatabase(server, `${name}-draft`));
    await client.query(`ALTER DATABASE "${name}-draft" RENAME TO "${name}"`);
  });
}

async function migrateTo(databaseUrl: string): Promise<void> {
  const migrationsDir = MIGRATIONS_DIR;
  const database = await openDatabase({ databaseUrl, dataDir: '', log: complaints, migrationsDir });
  await database.close();
}
