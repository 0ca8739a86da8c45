import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { canStartCluster, startCluster } from './postgres-cluster.ts';

/** A database of its own on a real Postgres server. */
export interface ThrowawayPostgres {
  /** Holds the rights of a superuser. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Looks for a server in TEST_DATABASE_URL, then on this machine, and else starts one when Postgres is installed.
 *
 * @returns undefined when there is none: the caller says what is left out
 */
export async function withPostgres(): Promise<ThrowawayPostgres | undefined> {
  const server = await findPostgres();
  return server === undefined ? undefined : createDatabase(server);
}

/** @param template the name of a database on that server to copy */
export async function createDatabase(
  server: string,
  template = 'template1',
): Promise<ThrowawayPostgres> {
  const name = `verbeterbord_test_${randomUUID()}`;
  const onDatabase = (sql: string) => onServer(server, (client) => client.query(sql));
  await onDatabase(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  return {
    url: withDatabase(server, name),
    drop: async () => void (await onDatabase(`DROP DATABASE "${name}" WITH (FORCE)`)),
  };
}

/** Runs on a connection of its own, which is closed afterwards. */
export async function onServer<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

const LOCAL_SERVICE = 'postgresql://postgres@127.0.0.1:5432/postgres';
let cluster: Promise<string | undefined> | undefined;

/** The url of a server where databases can be made. */
export async function findPostgres(): Promise<string | undefined> {
  for (const url of candidates()) if (await answers(url)) return url;
  cluster ??= startCluster();
  return cluster;
}

function candidates(): string[] {
  const given = process.env['TEST_DATABASE_URL'];
  return given ? [given, LOCAL_SERVICE] : [LOCAL_SERVICE];
}

async function answers(url: string): Promise<boolean> {
  return onServer(url, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
}

/** True without starting anything: a server answers or can be started. */
export async function hasPostgres(): Promise<boolean> {
  for (const url of candidates()) if (await answers(url)) return true;
  return canStartCluster();
}
