import { expect, it } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import type { Migration } from '#server/db/migration-files.ts';
import { describeOnBothPools } from './pools.ts';
import { rememberLines } from './lines.ts';

const first = { name: '1_first', sql: 'CREATE TABLE thing (id int); CREATE TABLE other (id int);' };
const second = { name: '2_second', sql: 'ALTER TABLE thing ADD COLUMN name text;' };
const broken = {
  name: '2_broken',
  sql: 'CREATE TABLE third (id int); ALTER TABLE nowhere ADD x int;',
};

describeOnBothPools('migrate', (open) => {
  const run = (migrations: Migration[], pool = open()) =>
    migrate(pool, migrations, rememberLines());
  const columns = async (table: string) => {
    const { rows } = await open().query<{ column_name: string }>(
      'SELECT column_name FROM information_schema.columns WHERE table_name = $1',
      [table],
    );
    return rows.map((row) => row.column_name).sort();
  };

  it('applies what is missing, in order, and nothing twice', async () => {
    expect(await run([first])).toEqual(['1_first']);
    expect(await run([first])).toEqual([]);
    expect(await run([first, second])).toEqual(['2_second']);
    expect(await run([first, second])).toEqual([]);
    expect(await columns('thing')).toEqual(['id', 'name']);
  });

  it('applies once, however many start together', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => run([first, second])));
    expect(results.flat().sort()).toEqual(['1_first', '2_second']);
  });

  it('says which migration failed and why, and leaves nothing of it', async () => {
    await expect(run([first, broken])).rejects.toThrow(
      expect.objectContaining({
        code: 'migration-failed',
        message: 'Migration 2_broken failed and was undone: relation "nowhere" does not exist.',
      }),
    );
    expect(await columns('thing')).toEqual(['id']);
    expect(await columns('third')).toEqual([]);
    const { rows } = await open().query(
      'SELECT migration_name, logs, rolled_back_at IS NOT NULL AS undone FROM _prisma_migrations WHERE finished_at IS NULL',
    );
    expect(rows).toEqual([
      { migration_name: '2_broken', logs: 'relation "nowhere" does not exist', undone: true },
    ]);
  });

  it('tries again at the next start', async () => {
    await expect(run([first, broken])).rejects.toThrow(/2_broken/);
    const repaired = { ...broken, sql: 'CREATE TABLE third (id int);' };
    expect(await run([first, repaired])).toEqual(['2_broken']);
  });

  it('refuses a database where a migration was left half-way by another program', async () => {
    await run([first]);
    await open().query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '2_second')",
    );
    await expect(run([first, second])).rejects.toThrow(
      /^Migration 2_second was started earlier and did not finish.*resolve --rolled-back 2_second$/,
    );
  });

  it('refuses a database that a newer version made', async () => {
    await run([first, second]);
    await expect(run([first])).rejects.toThrow(/knows migration 2_second/);
  });

  it('says when it may not make tables', async () => {
    await open().query('BEGIN; CREATE SCHEMA empty; SET search_path = empty; COMMIT');
    await open().query('DROP SCHEMA empty');
    await expect(run([first])).rejects.toThrow(
      'The database cannot be brought up to date: no schema has been selected to create in.',
    );
    await open().query('RESET search_path');
  });

  it('refuses a migration that was changed later, but not other line ends', async () => {
    const lines = (end: string) => ({
      name: '1_lines',
      sql: `CREATE TABLE thing (${end}id int);${end}`,
    });
    await run([lines('\n')]);
    expect(await run([lines('\r\n')])).toEqual([]);
    await expect(run([{ ...lines('\n'), sql: '' }])).rejects.toThrow(/1_lines was changed after/);
  });
});
