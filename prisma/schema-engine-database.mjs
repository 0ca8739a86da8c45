// The databases the schema engine works on: a real Postgres, or one in memory for the host name `pglite`.
// The engine was written for a native driver; every difference to @prisma/adapter-pg is put right here.
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';

const { PgliteStream } = await tsImport('../server/db/pglite-stream.ts', import.meta.url);

/**
 * @typedef {{ url: string, shadowDatabaseUrl?: string }} Datasource
 * @param {Datasource} datasource
 */
export function databaseFactory({ url, shadowDatabaseUrl }) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => connectToShadow(url, shadowDatabaseUrl),
  };
}

/** Creates the database the url names; its name is returned. @param {string} url */
export async function createDatabase(url) {
  const name = databaseName(url);
  if (!isInMemory(url)) await administer(url, `CREATE DATABASE "${name}"`);
  return name;
}

/** Empties the database the url names, without needing the right to drop it. @param {string} url */
export async function emptyDatabase(url) {
  const pool = new pg.Pool({ connectionString: url });
  try {
    await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  } finally {
    await pool.end();
  }
}

/** @param {string} url */
export function isInMemory(url) {
  return new URL(url).hostname === 'pglite';
}

/** @param {string} url */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

/** @param {string} url @param {() => Promise<unknown>} [onDispose] */
async function connect(url, onDispose) {
  const config = isInMemory(url) ? await inMemoryConfig() : { connectionString: url };
  const pool = new pg.Pool(config);
  const adapter = await new PrismaPg(pool).connect();
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) =>
    withoutCharType(await performIO({ ...query, sql: withoutNotNullRows(query.sql) }));
  // adapter-pg cuts a script at every semicolon, also those inside strings and function bodies.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error));
  };
  adapter.dispose = async () => {
    await pool.end();
    await onDispose?.();
  };
  return adapter;
}

// adapter-pg's own connectToShadowDb ignores the shadow name when it was given a url, and would work on the database
// itself.
/** @param {string} url @param {string} [shadowUrl] */
async function connectToShadow(url, shadowUrl) {
  if (isInMemory(url)) return connect(url);
  if (shadowUrl) return connect(shadowUrl);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await administer(url, `CREATE DATABASE "${name}"`);
  const shadow = new URL(url);
  shadow.pathname = `/${name}`;
  return connect(shadow.href, () => administer(url, `DROP DATABASE "${name}"`));
}

/** @param {string} url @param {string} sql */
async function administer(url, sql) {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function inMemoryConfig() {
  const database = await PGlite.create();
  const exchange = async (bytes) => {
    /** @type {Uint8Array[]} */
    const answer = [];
    await database.execProtocolRawStream(bytes, { onRawData: (part) => answer.push(part.slice()) });
    return Buffer.concat(answer);
  };
  return {
    host: 'pglite',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    stream: () => new PgliteStream(exchange),
  };
}

const CHAR = 18;
const TEXT = 25;

// Since Postgres 18 pg_constraint also lists NOT NULL; the engine panics on a kind it does not know.
function withoutNotNullRows(sql) {
  return sql.replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')");
}

// adapter-pg refuses the catalogs' one-byte "char"; read as text it is the same.
function withoutCharType(result) {
  for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
  return result;
}
