import type { PoolClient } from 'pg';
import type { Table } from './tables.ts';

/** What one statement carries, about: a document can have megabytes, and text doubles the size of bytes. */
const BATCH_BYTES = 4 * 2 ** 20;
/** Postgres takes at most 65535 parameters. */
const MAX_PARAMETERS = 60_000;
const MAX_ROWS = 1000;

/** Each value as Postgres writes it. */
export type TextRow = (string | null)[];

/**
 * Copies every row, in batches, inside a transaction on both sides. Values travel as Postgres' own text, so that no type
 * is changed on the way.
 *
 * @returns the number of rows
 */
export async function copyTable(from: PoolClient, to: PoolClient, table: Table): Promise<number> {
  let total = 0;
  for await (const rows of readRows(from, table)) {
    await insertRows(to, table, rows);
    total += rows.length;
  }
  return total;
}

/** Every row, in batches that fit one statement, inside a transaction. */
export async function* readRows(from: PoolClient, table: Table): AsyncGenerator<TextRow[]> {
  await from.query(
    `DECLARE rows NO SCROLL CURSOR FOR SELECT ${columnsOf(table)} FROM "${table.name}"`,
  );
  const most = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / table.columns.length));
  for (let size = 1; ;) {
    const rows = await fetchRows(from, size);
    if (rows.length === 0) break;
    yield rows;
    size = Math.max(1, Math.min(most, Math.floor(BATCH_BYTES / (byteLength(rows) / rows.length))));
  }
  await from.query('CLOSE rows');
}

export async function insertRows(
  to: PoolClient,
  table: Table,
  rows: readonly TextRow[],
): Promise<void> {
  let parameter = 0;
  const tuples = rows.map((row) => `(${row.map(() => `$${++parameter}`).join(', ')})`);
  await to.query(
    `INSERT INTO "${table.name}" (${columnsOf(table)}) VALUES ${tuples.join(', ')}`,
    rows.flat(),
  );
}

/** Numbering goes on where it was. */
export async function copySequences(from: PoolClient, to: PoolClient): Promise<void> {
  await setSequences(to, await readSequences(from));
}

export interface Sequence {
  readonly name: string;
  readonly value: string | null;
}

export async function readSequences(from: PoolClient): Promise<Sequence[]> {
  const { rows } = await from.query<Sequence>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
     FROM pg_sequences WHERE schemaname = 'public'`,
  );
  return rows;
}

export async function setSequences(to: PoolClient, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== null) await to.query('SELECT setval($1, $2)', [name, value]);
  }
}

async function fetchRows(from: PoolClient, count: number): Promise<TextRow[]> {
  const { rows } = await from.query<TextRow>({
    text: `FETCH ${count} FROM rows`,
    rowMode: 'array',
    types: { getTypeParser: () => (text: string) => text },
  });
  return rows;
}

function columnsOf({ columns }: Table): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function byteLength(rows: readonly TextRow[]): number {
  return rows.flat().reduce((bytes, value) => bytes + (value?.length ?? 0) + 1, 0);
}
