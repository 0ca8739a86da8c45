import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sortedJson } from '#board/canonical-json.ts';
import { makeClient } from '#server/db/open-database.ts';
import { migrate } from '#server/db/migrate.ts';
import { readMigrations } from '#server/db/migration-files.ts';
import { flawsOf } from '#server/snapshots/check-chain.ts';
import { MIGRATIONS_DIR } from '#tests/support/migrations-hash.ts';
import { snapshotsOnTheSpot } from '#tests/support/on-the-spot.ts';
import { rememberLines } from './lines.ts';
import { describeOnBothPools } from './pools.ts';

const MADE = '2026-11-20T10:00:00.123Z';

describeOnBothPools('the migration that moves contents out of snapshots', (open) => {
  it('keeps every old snapshot intact, each content once [SNAP-2] [SNAP-6]', async () => {
    const pool = open();
    const migrations = readMigrations(MIGRATIONS_DIR);
    const before = migrations.filter(({ name }) => name < '20261127090500_snapshot_chain');
    expect(before.length).toBeLessThan(migrations.length);
    await migrate(pool, before, rememberLines());
    await pool.query(`
      INSERT INTO organisation (id, name) VALUES ('o', 'School');
      INSERT INTO team (id, organisation_id, name) VALUES ('t', 'o', 'Team');
      INSERT INTO "user" (id, email, name) VALUES ('u', 'u@example.org', 'U');
      INSERT INTO board (id, team_id, title, template, created_by_id) VALUES ('b', 't', '', 'pdca', 'u');
    `);
    const note = { text: 'één', x: 1.5, id: 'shape:1' };
    const documents = [
      {
        notes: [note],
        actions: [
          { id: 'a', taskId: 't' },
          { id: 'b', taskId: null },
        ],
        format: 1,
      },
      {
        notes: [note],
        actions: [
          { id: 'a', taskId: 't' },
          { id: 'b', taskId: null },
        ],
        format: 1,
      },
      { notes: [], actions: [], format: 1 },
    ];
    let previous: string | null = null;
    for (const [at, document] of documents.entries()) {
      const state = Buffer.of(0, 0, document.notes.length);
      const number = at + 1;
      const head: unknown[] = [previous, 'b', number, 'manual', '', 1, number, 'u', MADE];
      const said = JSON.stringify([...head, sha256(sortedJson(document))]);
      const hash = createHash('sha256').update(said).update(state).digest('hex');
      await pool.query(
        `INSERT INTO snapshot (id, board_id, number, why, title, epoch, seq, state, document, hash,
           previous, created_by_id, created_at)
         VALUES ($1, 'b', $2, 'manual', '', 1, $2, $3, $4, $5, $6, 'u', $7)`,
        [`s${number}`, number, state, JSON.stringify(document), hash, previous, MADE.slice(0, -1)],
      );
      previous = hash;
    }
    await migrate(pool, migrations, rememberLines());
    const db = makeClient(pool);
    const rows = await db.snapshot.findMany({ orderBy: { number: 'asc' } });
    expect(rows.map((row) => [row.noteCount, row.actionCount, row.taskCount])).toEqual([
      [1, 2, 1],
      [1, 2, 1],
      [0, 0, 0],
    ]);
    const house = { db, snapshotWork: snapshotsOnTheSpot };
    expect([...(await flawsOf(house, 'b', rows, null)).values()]).toEqual([[], [], []]);
    expect(await db.snapshotContent.count()).toBe(4);
    await db.snapshot.update({ where: { id: 's2' }, data: { taskCount: 2 } });
    const changed = await db.snapshot.findMany({ orderBy: { number: 'asc' } });
    expect([...(await flawsOf(house, 'b', changed, null)).values()]).toEqual([[], ['row'], []]);
    await db.$disconnect();
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
