import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { keepSecret, readKeptSecret } from '#server/backup/kept-secret.ts';
import { migrationsFolder, readMigrations } from '#server/db/migration-files.ts';
import { makeClient, openDatabase, openPool } from '#server/db/open-database.ts';
import { restoreBackup } from '#server/db/restore-backup.ts';
import { readTables, tableDigest } from '#server/db/tables.ts';
import { inTextTransaction, READ_ONE_MOMENT } from '#server/db/text-transaction.ts';
import { writeBackup } from '#server/db/write-backup.ts';
import { readEnv } from '#server/env.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { verifyBoards } from '#server/verify/verify-boards.ts';
import { newBoard, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { closedDataDir, emptyDataDir } from '#tests/support/data-dir.ts';
import { testHouse } from '#tests/support/house.ts';
import { snapshotsOnTheSpot } from '#tests/support/on-the-spot.ts';
import { people } from '#tests/support/people.ts';
import { hasPostgres, withPostgres } from '#tests/support/postgres.ts';
import { print } from '#tests/support/print.ts';
import { SyncServer, TestClient, until } from '#tests/support/sync.ts';

interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

const log = { info: () => {}, warn: () => {}, error: () => {} };
const about = { app: '0.1.0', at: '2026-11-27T10:00:00.000Z', authSecret: 'secret' };
const migrations = readMigrations(migrationsFolder());

const postgresIsThere = await hasPostgres();
if (!postgresIsThere) print('Left out, no Postgres found: backups of it');
const kinds = postgresIsThere ? (['embedded', 'postgres'] as const) : (['embedded'] as const);

describe('a backup', { timeout: 180_000 }, () => {
  describe.each(kinds)('of the database (%s)', (from) => {
    it.each(kinds)(
      'restores into another (%s), every hash the same [BACK-1] [BACK-2]',
      async (to) => {
        const source = await emptyPlace(from);
        await live(source);
        const before = await digests(source);
        const file = await backedUp(source);
        expect(statSync(file).mode & 0o777).toBe(0o600);
        const target = await emptyPlace(to);
        const { pool, close } = await openPool({ ...target, log });
        const restored = await restoreBackup({ pool, file, migrations, log });
        expect(restored.head).toMatchObject(about);
        const house = { db: makeClient(pool), snapshotWork: snapshotsOnTheSpot };
        expect(await verifyBoards(house)).toEqual({ boards: 1, findings: [] });
        expect(await house.db.snapshot.count()).toBe(2);
        // Twice is once too often: it would be mixed with what is there.
        const again = restoreBackup({ pool, file, migrations, log });
        await expect(again).rejects.toThrow('already holds rows');
        await close();
        expect(await digests(target)).toEqual(before);
      },
    );
  });

  it('that is damaged, cut off or none is refused before anything is written [BACK-2]', async () => {
    const source = await emptyPlace('embedded');
    await live(source);
    const file = await backedUp(source);
    const bytes = await readFile(file);
    const target = await emptyPlace('embedded');
    const { pool, close } = await openPool({ ...target, log });
    const flipped = Buffer.from(bytes);
    flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 1;
    const wrong = [flipped, bytes.subarray(0, -200), Buffer.from('no backup'), Buffer.of()];
    for (const content of wrong) {
      await writeFile(`${file}.wrong`, content);
      const asked = restoreBackup({ pool, file: `${file}.wrong`, migrations, log });
      await expect(asked).rejects.toMatchObject({ code: 'backup-refused' });
    }
    expect((await pool.query('SELECT 1 FROM board')).rows).toEqual([]);
    const newer = restoreBackup({ pool, file, migrations: migrations.slice(0, -1), log });
    await expect(newer).rejects.toThrow('newer version');
    await close();
  });

  it('is never written over another [BACK-1]', async () => {
    const source = await emptyPlace('embedded');
    const { pool, close } = await openPool({ ...source, log });
    const file = join(await emptyDataDir(), 'backup');
    await writeFile(file, 'an older one');
    await expect(writeBackup({ pool, file, about })).rejects.toMatchObject({
      code: 'backup-refused',
    });
    // Nothing is left of one that could not be finished.
    await pool.query('DROP TABLE _prisma_migrations');
    await expect(writeBackup({ pool, file: `${file}-2`, about })).rejects.toThrow();
    expect([`${file}-2`, `${file}-2.partial`].map(existsSync)).toEqual([false, false]);
    expect(await readFile(file, 'utf8')).toBe('an older one');
    await close();
  });

  it('brings what signs sessions, and does not put it in the place of another', async () => {
    const [old, fresh] = [await emptyDataDir(), await emptyDataDir()];
    await writeFile(join(old, 'auth-secret'), 'a'.repeat(43));
    const secret = readKeptSecret(readEnv({ DATA_DIR: old }));
    const env = readEnv({ DATA_DIR: fresh });
    expect(keepSecret(env, secret)).toBe(true);
    expect(readKeptSecret(env)).toBe('a'.repeat(43));
    expect(keepSecret(env, 'b'.repeat(43))).toBe(false);
    const set = readEnv({ DATA_DIR: old, AUTH_SECRET: 'c'.repeat(43) });
    expect(readKeptSecret(set)).toBeNull();
  });

  it('gets back from people what they wrote after it [BACK-3]', async () => {
    const source = await emptyPlace('embedded');
    const boardId = asBoardId(await live(source));
    const first = await openDatabase({ ...source, log });
    const server = await new SyncServer({ log: new PrismaUpdateLog(first.prisma) }).start();
    const [anna, bert] = ['anna', 'bert'].map((name) => new TestClient(server, boardId, name));
    if (!anna || !bert) throw new Error('two people');
    anna.board.votes.set('r|1|anna', 1);
    bert.board.votes.set('r|1|bert', 1);
    await until('both are saved', () => both(anna, bert, (one) => one.saving === 'saved'));
    await server.stop();
    await first.close();
    const file = await backedUp(source);
    const second = await openDatabase({ ...source, log });
    const later = await new SyncServer({ log: new PrismaUpdateLog(second.prisma) }).start();
    for (const one of [anna, bert]) one.connection.stop();
    const goOn = ['anna', 'bert'].map(
      (name, at) => new TestClient(later, boardId, name, (at === 0 ? anna : bert).doc),
    );
    anna.board.votes.set('r|2|anna', 1);
    bert.board.votes.set('r|2|bert', 1);
    await until('both have it', () =>
      both(anna, bert, ({ board }) => board.votes.has('r|2|anna') && board.votes.has('r|2|bert')),
    );
    await until('it is saved', () => goOn.every((one) => one.saving === 'saved'));
    for (const one of goOn) one.connection.stop();
    await later.stop();
    await second.close();

    const target = await emptyPlace('embedded');
    const { pool: empty, close } = await openPool({ ...target, log });
    await restoreBackup({ pool: empty, file, migrations, log });
    await close();
    const third = await openDatabase({ ...target, log });
    const restored = await new SyncServer({ log: new PrismaUpdateLog(third.prisma) }).start();
    const back = ['anna', 'bert'].map(
      (name, at) => new TestClient(restored, boardId, name, (at === 0 ? anna : bert).doc),
    );
    const isSaved = (): boolean => back.every((one) => one.saving === 'saved');
    await until('all is saved again', isSaved, 12_000);
    const newcomer = new TestClient(restored, boardId, 'carla');
    await until('it is there for others', () =>
      ['r|1|anna', 'r|1|bert', 'r|2|anna', 'r|2|bert'].every((key) =>
        newcomer.board.votes.has(key),
      ),
    );
    for (const one of [...back, newcomer]) one.stop();
    await restored.stop();
    await third.close();
  });
});

function both(one: TestClient, other: TestClient, is: (client: TestClient) => boolean): boolean {
  return is(one) && is(other);
}

async function emptyPlace(kind: 'embedded' | 'postgres'): Promise<Place> {
  // Migrated already, which takes a fresh one seconds.
  if (kind === 'embedded') return { dataDir: await closedDataDir(), databaseUrl: undefined };
  const dataDir = await emptyDataDir();
  const postgres = await withPostgres();
  if (!postgres) throw new Error('There is no Postgres server on this machine.');
  onTestFinished(() => postgres.drop());
  return { dataDir, databaseUrl: postgres.url };
}

/** Fills a place as a team does, and leaves it closed. Returns the id of its board. */
async function live(place: Place): Promise<string> {
  const database = await openDatabase({ ...place, log });
  const house = await testHouse({ ...database, ...place });
  const { member, teamId } = await people(house);
  const { id } = await newBoard(house, member.actor, teamId);
  await newNote(house, member.actor, id, 'Met “aanhalingstekens”, \\ en een\nnieuwe regel');
  await newSnapshot(house, member.actor, id);
  await newTask(house, member.actor, id);
  await newSnapshot(house, member.actor, id);
  await house.close();
  return id;
}

async function backedUp(place: Place): Promise<string> {
  const file = join(await emptyDataDir(), 'backup');
  const { pool, close } = await openPool({ ...place, log });
  await writeBackup({ pool, file, about });
  await close();
  return file;
}

async function digests(place: Place): Promise<Record<string, string>> {
  const { pool, close } = await openPool({ ...place, log });
  const found = await inTextTransaction(pool, READ_ONE_MOMENT, async (client) => {
    const all: Record<string, string> = {};
    for (const table of await readTables(client))
      all[table.name] = await tableDigest(client, table);
    return all;
  });
  await close();
  return found;
}
