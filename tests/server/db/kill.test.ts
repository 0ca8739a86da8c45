import { describe, expect, it } from 'vitest';
import { openDatabase } from '#server/db/open-database.ts';
import { closedDataDir } from '#tests/support/data-dir.ts';
import { print } from '#tests/support/print.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { startChild } from './child.ts';
import { rememberLines } from './lines.ts';
import { createBoard, updateRow } from './written-rows.ts';

/** More with KILLS=100. */
const KILLS = Number(process.env['KILLS'] ?? 5);
/** Chooses the moments of the kills; again with SEED=n. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
const random = seededRandom(SEED);

describe('the embedded database after kill -9', () => {
  it(
    `keeps what it acknowledged, ${KILLS} times (seed ${SEED})`,
    { timeout: 30_000 + KILLS * 20_000 },
    async () => {
      const dataDir = await closedDataDir();
      await withDatabase(dataDir, createBoard);
      const saved = new Set<number>();
      for (let round = 0; round < KILLS; round++) {
        const lines = await writeAndKill(dataDir, round);
        const written = await withDatabase(dataDir, readBack);
        for (const { from, count } of ranges(lines, 'done')) {
          for (let seq = from; seq < from + count; seq++) saved.add(seq);
        }
        expect([...saved].filter((seq) => !written.has(seq))).toEqual([]);
        for (const { from, count } of ranges(lines, 'try')) {
          const there = Array.from({ length: count }, (_, i) => written.has(from + i));
          expect(new Set(there).size, `${from} to ${from + count} whole or not at all`).toBe(1);
        }
      }
      print(`seed ${SEED}: ${KILLS} kills, ${saved.size} acknowledged rows, all there`);
    },
  );
});

/** Every fourth kill comes while the database starts, the others somewhere among the writes. */
async function writeAndKill(dataDir: string, round: number): Promise<readonly string[]> {
  const child = startChild('./write-until-killed.ts', [dataDir]);
  if (round % 4 === 3) {
    await child.until((lines) => lines.includes('starting'));
    await moment(random() * 700);
  } else {
    const acknowledged = Math.floor(random() * 60);
    await child.until((lines) => ranges(lines, 'done').length > acknowledged);
    await moment(random() * 20);
  }
  await child.kill();
  return child.lines;
}

/** Not waiting for anything: the instant of the kill is what the seed decides. */
function moment(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function ranges(lines: readonly string[], word: string): { from: number; count: number }[] {
  return lines
    .map((line) => line.split(' '))
    .filter(([first]) => first === word)
    .map(([, from, count]) => ({ from: Number(from), count: Number(count) }));
}

type Prisma = Awaited<ReturnType<typeof openDatabase>>['prisma'];

async function withDatabase<T>(dataDir: string, use: (prisma: Prisma) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, log: rememberLines() });
  try {
    return await use(database.prisma);
  } finally {
    await database.close();
  }
}

/** The numbers of all rows, each compared byte for byte. */
async function readBack(prisma: Prisma): Promise<Set<number>> {
  const rows = await prisma.boardUpdate.findMany();
  for (const { seq, bytes, checksum } of rows) {
    const expected = updateRow(seq);
    expect(Buffer.compare(bytes, expected.bytes)).toBe(0);
    expect(Buffer.compare(checksum, expected.checksum)).toBe(0);
  }
  return new Set(rows.map((row) => row.seq));
}
