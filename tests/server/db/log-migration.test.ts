import { expect, it } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { readMigrations } from '#server/db/migration-files.ts';
import { MIGRATIONS_DIR } from '#tests/support/migrations-hash.ts';
import { rememberLines } from './lines.ts';
import { describeOnBothPools } from './pools.ts';

describeOnBothPools('the migration that numbers logs', (open) => {
  it('lets boards that have a log go on after its newest row [SYNC-23]', async () => {
    const pool = open();
    const migrations = readMigrations(MIGRATIONS_DIR);
    const before = migrations.filter(({ name }) => name < '20261125210000_log');
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(migrations.length);
    await migrate(pool, before, rememberLines());
    await pool.query(`
      INSERT INTO organisation (id, name) VALUES ('o', 'School');
      INSERT INTO team (id, organisation_id, name) VALUES ('t', 'o', 'Team');
      INSERT INTO "user" (id, email, name) VALUES ('u', 'u@example.org', 'U');
      INSERT INTO board (id, team_id, title, template, created_by_id)
        SELECT name, 't', '', 'pdca', 'u' FROM unnest(ARRAY['rows', 'state', 'none']) AS name;
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum)
        SELECT 'rows', seq, 1, '', '' FROM generate_series(1, 5) AS seq;
      INSERT INTO board_state (board_id, seq, epoch, bytes, checksum)
        VALUES ('rows', 3, 1, '', ''), ('state', 9, 1, '', '');
    `);
    await migrate(pool, migrations, rememberLines());
    const { rows } = await pool.query('SELECT id, log_seq, epoch_from FROM board ORDER BY id');
    expect(rows).toEqual([
      { id: 'none', log_seq: 0, epoch_from: 1 },
      { id: 'rows', log_seq: 5, epoch_from: 1 },
      { id: 'state', log_seq: 9, epoch_from: 1 },
    ]);
    const states = await pool.query('SELECT proven FROM board_state');
    expect(states.rows).toEqual([{ proven: true }, { proven: true }]);
  });
});
