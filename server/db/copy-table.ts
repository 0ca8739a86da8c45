import type { PoolClient } from 'pg';
import type { Table } from './tables.ts';

/** What one statement carries, about: a document can have megabytes, and text doubles the size of bytes. */
const BATCH_BYTES = 4 * 2 ** 20;
/** Postgres takes at most 65535 parameters. */
const MAX_PARAMETERS = 60_000;
const MAX_ROWS = 1000;

type Row = (string | null)[];

/**
 * Copies every row, in batches, inside a transaction on both sides. Values travel as Postgres' own text, so that no type
 * is changed on the way.
 *
 * @returns the number of rows
 */
export async function copyTable(from: PoolClient, to: PoolClient, table: Table): Promise<number> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  await from.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT ${columns} FROM "${table.name}"`);
  const most = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / table.columns.length));
  let total = 0;
  let size = 1;
  for (;;) {
    const rows = await fetchRows(from, size);
    if (rows.length === 0) break;
    await to.query(insert(table.name, columns, rows), rows.flat());
    total += rows.length;
    size = Math.max(1, Math.min(most, Math.floor(BATCH_BYTES / (byteLength(rows) / rows.length))));
  }
  await from.query('CLOSE rows');
  return total;
}

/** Numbering goes on where it was. */
export async function copySequences(from: PoolClient, to: PoolClient): Promise<void> {
  const { rows } = await from.query<{ name: string; value: string | null }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
     FROM pg_sequences WHERE schemaname = 'public'`,
  );
  for (const { name, value } of rows) {
    if (value !== null) await to.query('SELECT setval($1, $2)', [name, value]);
  }
}

async function fetchRows(from: PoolClient, count: number): Promise<Row[]> {
  const { rows } = await from.query<Row>({
    text: `FETCH ${count} FROM rows`,
    rowMode: 'array',
    types: { getTypeParser: () => (text: string) => text },
  });
  return rows;
}

function insert(name: string, columns: string, rows: Row[]): string {
  let parameter = 0;
  const tuples = rows.map((row) => `(${row.map(() => `$${++parameter}`).join(', ')})`);
  return `INSERT INTO "${name}" (${columns}) VALUES ${tuples.join(', ')}`;
}

function byteLength(rows: Row[]): number {
  return rows.flat().reduce((bytes, value) => bytes + (value?.length ?? 0) + 1, 0);
}
