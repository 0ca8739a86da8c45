import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { DatabaseError } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { checksum, isSameScript, type Migration } from './migration-files.ts';

/** The key Prisma's own commands lock, so that both can run at once. */
const PRISMA_LOCK = 72707369;

/** As Prisma's own commands make it, so that either can carry on where the other left off. */
const CREATE_HISTORY = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database to the newest migration. Each migration is applied whole or not at all, and once, however many
 * servers start together.
 *
 * @returns the names of the migrations this call applied
 * @throws DatabaseError `migration-failed`
 */
export async function migrate(
  pool: Pool,
  migrations: Migration[],
  log: DatabaseLog,
): Promise<string[]> {
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === undefined) return applied;
      log.info(`Migration ${name} was applied.`);
      applied.push(name);
    }
  } finally {
    client.release();
  }
}

/** Applies the first migration that is missing, in one transaction; undefined when none is. */
async function applyNext(client: PoolClient, migrations: Migration[]): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${PRISMA_LOCK})`);
    await client.query(CREATE_HISTORY);
    const next = nextMigration(await readHistory(client), migrations);
    if (next) await apply(client, next);
    await client.query('COMMIT');
    return next?.name;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (error instanceof DatabaseError) throw error;
    if (!(error instanceof FailedScript)) {
      throw failed(`The database cannot be brought up to date: ${messageOf(error)}.`, error);
    }
    await recordFailure(client, error);
    throw failed(
      `Migration ${error.migration} failed and was undone: ${error.message}.`,
      error.cause,
    );
  }
}

interface HistoryRow {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

async function readHistory(client: PoolClient): Promise<HistoryRow[]> {
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function nextMigration(history: HistoryRow[], migrations: Migration[]): Migration | undefined {
  for (const row of history) {
    const name = row.migration_name;
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration) {
      throw failed(
        `The database knows migration ${name}, which this version does not have: it was made by a newer version or another program.`,
      );
    }
    if (!row.finished) {
      throw failed(
        `Migration ${name} was started earlier and did not finish. Put the database right, then mark it with: npx prisma migrate resolve --rolled-back ${name}`,
      );
    }
    if (!isSameScript(migration.sql, row.checksum)) {
      throw failed(
        `Migration ${name} was changed after the database applied it. Start again with the version that made the database.`,
      );
    }
  }
  const known = new Set(history.map((row) => row.migration_name));
  return migrations.find((migration) => !known.has(migration.name));
}

async function apply(client: PoolClient, { name, sql }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new FailedScript(name, sql, error);
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), checksum(sql), name],
  );
}

// Nothing of the script is left behind, so it is recorded as rolled back: the next start tries again.
async function recordFailure(client: PoolClient, { migration, sql, message }: FailedScript) {
  await client.query(CREATE_HISTORY);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, rolled_back_at)
     VALUES ($1, $2, $3, $4, now())`,
    [randomUUID(), checksum(sql), migration, message],
  );
}

class FailedScript extends Error {
  readonly migration: string;
  readonly sql: string;

  constructor(migration: string, sql: string, cause: unknown) {
    super(messageOf(cause), { cause });
    this.migration = migration;
    this.sql = sql;
  }
}

function failed(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('migration-failed', message, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
