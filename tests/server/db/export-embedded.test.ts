import { rm } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { exportEmbedded } from '#server/db/export-embedded.ts';
import type { PrismaClient } from '#server/db/generated/client.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { emptyDataDir } from '#tests/support/data-dir.ts';
import { copyDataDirTemplate } from '#tests/support/data-dir-template.ts';
import { hasPostgres, withPostgres } from '#tests/support/postgres.ts';
import { print } from '#tests/support/print.ts';
import { rememberLines } from './lines.ts';
import { createBoard, updateRow } from './written-rows.ts';

const postgresIsThere = await hasPostgres();
if (!postgresIsThere) print('Left out, no Postgres found: exportEmbedded');

describe.skipIf(!postgresIsThere)('exportEmbedded', { timeout: 60_000 }, () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await copyDataDirTemplate();
    await fill(dataDir);
  }, 60_000);
  afterAll(() => rm(dataDir, { recursive: true }));

  it('copies every row and every kind of value', async () => {
    const targetUrl = await emptyTarget();
    const log = rememberLines();
    await exportEmbedded({ dataDir, targetUrl, log });
    expect(log.lines).toContain('board_update: 1500 rows copied and compared.');
    const [there, here] = [
      await readAll({ databaseUrl: targetUrl, dataDir: '' }),
      await readAll({ dataDir }),
    ];
    // Megabytes of bytes would take toEqual minutes.
    expect(isDeepStrictEqual(there, here)).toBe(true);
  });

  it('refuses a database that has rows, and changes nothing in it', async () => {
    const targetUrl = await emptyTarget();
    const target = { databaseUrl: targetUrl, dataDir: '' };
    await withPrisma(target, (prisma) =>
      prisma.guest.create({ data: { id: 'g', name: 'Guest', hash: '' } }),
    );
    const before = await readAll(target);
    await expect(exportEmbedded({ dataDir, targetUrl, log: rememberLines() })).rejects.toThrow(
      expect.objectContaining({
        code: 'export-refused',
        message: 'The database to export to already holds rows (in guest). Export to an empty one.',
      }),
    );
    expect(await readAll(target)).toEqual(before);
  });

  it('refuses while a server has the database open', async () => {
    const targetUrl = await emptyTarget();
    await withPrisma({ dataDir }, async () => {
      const exporting = exportEmbedded({ dataDir, targetUrl, log: rememberLines() });
      await expect(exporting).rejects.toThrow(/in use/);
    });
  });

  it('says when there is nothing to export', async () => {
    const empty = await emptyDataDir();
    const exporting = exportEmbedded({ dataDir: empty, targetUrl: '', log: rememberLines() });
    await expect(exporting).rejects.toThrow(`There is no embedded database in ${empty}.`);
  });
});

async function emptyTarget(): Promise<string> {
  const postgres = await withPostgres();
  if (!postgres) throw new Error('There is no Postgres server on this machine.');
  onTestFinished(() => postgres.drop());
  return postgres.url;
}

async function fill(dataDir: string): Promise<void> {
  await withPrisma({ dataDir }, async (prisma) => {
    await createBoard(prisma);
    const updates = Array.from({ length: 1500 }, (_, i) => updateRow(i + 1));
    await prisma.boardUpdate.createMany({ data: updates });
    const large = { ...updateRow(1), bytes: new Uint8Array(6_000_000).fill(255) };
    await prisma.boardState.create({ data: large });
    const client = { boardId: large.boardId, clientId: 2n ** 53n - 1n, personId: 'user' };
    await prisma.boardClient.create({ data: client });
    await prisma.audit.create({
      data: {
        id: 'audit',
        actor: 'één "naam" \\ \n, (NULL)',
        deed: '',
        subject: 'NULL',
        data: { nested: [1.5, null, 'x'], text: '\\x00' },
        at: new Date('2026-10-25T01:30:00.123Z'),
      },
    });
    await prisma.measure.create({
      data: {
        id: 'm',
        teamId: 'team',
        name: 'Wachttijd',
        unit: 'min',
        direction: 'down',
        baseline: 0.1 + 0.2,
      },
    });
  });
}

interface Place {
  databaseUrl?: string;
  dataDir: string;
}

function readAll(place: Place): Promise<unknown[]> {
  return withPrisma(place, async (prisma) => [
    await prisma.organisation.findMany(),
    await prisma.guest.findMany(),
    await prisma.board.findMany(),
    await prisma.boardUpdate.findMany({ orderBy: { seq: 'asc' } }),
    await prisma.boardState.findMany(),
    await prisma.boardClient.findMany(),
    await prisma.audit.findMany(),
    await prisma.measure.findMany(),
  ]);
}

async function withPrisma<T>(place: Place, use: (prisma: PrismaClient) => Promise<T>): Promise<T> {
  const database = await openDatabase({ ...place, log: rememberLines() });
  try {
    return await use(database.prisma);
  } finally {
    await database.close();
  }
}
