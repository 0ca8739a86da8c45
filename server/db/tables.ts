import type { PoolClient } from 'pg';

export interface Table {
  name: string;
  /** In the order of the table. */
  columns: string[];
}

/** All tables but the history of migrations; a table comes after those it refers to. */
export async function readTables(client: PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(TABLES);
  return parentsFirst(rows).map(({ name, columns }) => ({ name, columns }));
}

/** The same text on two servers exactly when the rows are the same: "<rows> rows, md5 <digest>". */
export async function tableDigest(client: PoolClient, { name, columns }: Table): Promise<string> {
  const row = `ROW(${columns.map((column) => `"${column}"`).join(', ')})::text`;
  const { rows } = await client.query<{ digest: string }>(
    `SELECT count(*) || ' rows, md5 ' || md5(coalesce(string_agg(row, '' ORDER BY row COLLATE "C"), '')) AS digest
     FROM (SELECT md5(${row}) AS row FROM "${name}") AS digests`,
  );
  return rows[0]?.digest ?? '';
}

const TABLES = `
SELECT
  c.relname AS name,
  ARRAY(
    SELECT attname::text FROM pg_attribute
    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    ORDER BY attnum
  ) AS columns,
  ARRAY(
    SELECT parent.relname::text FROM pg_constraint
    JOIN pg_class AS parent ON parent.oid = confrelid
    WHERE conrelid = c.oid AND contype = 'f' AND confrelid <> conrelid
  ) AS parents
FROM pg_class AS c
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
ORDER BY relname`;

function parentsFirst<T extends { name: string; parents: string[] }>(tables: T[]): T[] {
  const sorted: T[] = [];
  const done = new Set<string>();
  while (sorted.length < tables.length) {
    const next = tables.filter(
      ({ name, parents }) => !done.has(name) && parents.every((parent) => done.has(parent)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a circle.');
    sorted.push(...next);
    for (const { name } of next) done.add(name);
  }
  return sorted;
}
