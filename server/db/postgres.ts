import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseError } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { reportLostConnections } from './lost-connections.ts';

export interface PostgresOptions {
  databaseUrl: string;
  log: DatabaseLog;
  /** Pauses between tries, in milliseconds. */
  pauses?: readonly number[];
}

/** A database container often starts a few seconds after the server that needs it. */
const PAUSES = [500, 1000, 2000, 3000, 4000];
const CONNECT_TIMEOUT_MS = 5000;

/**
 * A pool of connections to a Postgres server that has answered once.
 *
 * @throws DatabaseError `database-unreachable`
 */
export async function openPostgres({
  databaseUrl,
  log,
  pauses = PAUSES,
}: PostgresOptions): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'verbeterbord',
    // Columns hold UTC without saying so; a default of now() must not follow the server's own time zone.
    verify: (client, done) => {
      client.query("SET TIME ZONE 'UTC'").then(() => done(), done);
    },
  });
  reportLostConnections(pool, log);
  const error = await reach(pool, pauses, (reason, pause) => {
    log.warn(
      `The database at ${place(databaseUrl)} is not reachable (${reason}); trying again in ${pause / 1000} s.`,
    );
  });
  if (!error) return pool;
  await pool.end();
  const message = `The database at ${place(databaseUrl)} cannot be used: ${describe(error)}`;
  throw new DatabaseError('database-unreachable', message, { cause: error });
}

/** Resolves with what went wrong last, undefined once the server answered. */
async function reach(
  pool: pg.Pool,
  pauses: readonly number[],
  onRetry: (reason: string, pause: number) => void,
): Promise<unknown> {
  for (const pause of [...pauses, undefined]) {
    const error = await pool.query('SELECT 1').then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined || pause === undefined || !mayPass(error)) return error;
    onRetry(describe(error), pause);
    await wait(pause);
  }
}

/** Classes 08 and 57: the server starts, stops or drops the line; 53300: it has no free connection. */
function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return true;
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57)/.test(code) || code === '53300';
}

function describe(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Host, port and database: what helps to find the mistake, and never the password. */
function place(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return host + pathname;
  } catch {
    return 'DATABASE_URL';
  }
}
