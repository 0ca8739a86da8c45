import { rm } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { openEmbedded } from '#server/db/embedded.ts';
import { reportLostConnections } from '#server/db/lost-connections.ts';
import { copyDataDirTemplate } from '#tests/support/data-dir-template.ts';
import { hasPostgres, withPostgres } from '#tests/support/postgres.ts';
import { print } from '#tests/support/print.ts';
import { rememberLines } from './lines.ts';

interface Opened {
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Runs a suite on the embedded database and on a real Postgres, emptied before each test. */
export function describeOnBothPools(name: string, suite: (pool: () => pg.Pool) => void): void {
  describe(`${name} (embedded)`, () => onPool(openEmbeddedPool, suite));
  if (!postgresIsThere) print(`Left out, no Postgres found: ${name} (postgres)`);
  describe.skipIf(!postgresIsThere)(`${name} (postgres)`, () => onPool(openPostgresPool, suite));
}

const postgresIsThere = await hasPostgres();

function onPool(open: () => Promise<Opened>, suite: (pool: () => pg.Pool) => void): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await opened.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  });
  afterAll(() => opened.close());
  suite(() => opened.pool);
}

async function openEmbeddedPool(): Promise<Opened> {
  const dataDir = await copyDataDirTemplate();
  const onLost = (error: Error) => print(error.message);
  const { pool, close } = await openEmbedded({ dataDir, log: rememberLines(), onLost });
  return {
    pool,
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function openPostgresPool(): Promise<Opened> {
  const postgres = await withPostgres();
  if (!postgres) throw new Error('There is no Postgres server on this machine.');
  const pool = new pg.Pool({ connectionString: postgres.url });
  // end() does not wait for the sockets to close, so dropping the database can still cut one off.
  reportLostConnections(pool, rememberLines());
  return {
    pool,
    close: async () => {
      await pool.end();
      await postgres.drop();
    },
  };
}
