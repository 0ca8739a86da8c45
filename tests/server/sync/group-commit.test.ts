import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { withRawQueries } from '#tests/support/raw-queries.ts';
import { addLogBoard, addTeam } from './log-boards.ts';
import { bytesOf, newRow } from './log-under-test.ts';
import { latch } from './world.ts';

const boardIds = Array.from({ length: 200 }, (_, i) => asBoardId(`board-${i}`));

describeOnBothDatabases('rows of many boards', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
    await addTeam(database.prisma);
    await database.prisma.$transaction(async (tx) => {
      for (const boardId of boardIds) await addLogBoard(tx, boardId);
    });
  });
  afterAll(() => database.close());

  test('[SYNC-30] go to the database together', async () => {
    let statements = 0;
    const log = new PrismaUpdateLog(
      withRawQueries(database.prisma, (ask) => {
        statements += 1;
        return ask();
      }),
    );
    const seqs = await Promise.all(
      boardIds.map((boardId, i) => log.append(boardId, newRow(bytesOf(i, i >> 8)))),
    );
    expect(seqs).toEqual(boardIds.map(() => 1));
    expect(statements).toBe(2);
    for (const at of [0, 1, 57, 199]) {
      const { rows } = await log.read(boardIds[at] ?? asBoardId(''));
      expect(rows.map(({ bytes }) => [...bytes])).toEqual([[at, 0]]);
    }
  });

  test('[SYNC-30] do not wait for a board that a transaction holds', async () => {
    // The embedded database has one connection, and whoever holds a board holds that.
    if (database.kind === 'embedded') return;
    const log = new PrismaUpdateLog(database.prisma);
    const [held, free] = [asBoardId('board-1'), asBoardId('board-2')];
    const [isHeld, done] = [latch(), latch()];
    const holding = log.transaction(async (tx) => {
      await log.hold(held, tx);
      isHeld.open();
      await done.opened;
      return log.append(held, newRow(bytesOf(1)), tx);
    });
    await isHeld.opened;
    const before = await log.heads([held, free]);
    const [waiting, next] = [
      log.append(held, newRow(bytesOf(2))),
      log.append(free, newRow(bytesOf(3))),
    ];
    expect(await next).toBe((before.get(free)?.seq ?? 0) + 1);
    done.open();
    const first = await holding;
    expect(first).toBe((before.get(held)?.seq ?? 0) + 1);
    expect(await waiting).toBe(first + 1);
  });

  test('[SYNC-30] do not fail with one that the database cannot take', async () => {
    const log = new PrismaUpdateLog(database.prisma);
    const first = log.append(asBoardId('board-3'), newRow(bytesOf(1)));
    const answers = await Promise.allSettled([
      log.append(asBoardId('board-4'), newRow(bytesOf(1))),
      log.append(asBoardId('board-5'), newRow(bytesOf(1), { writer: 'x'.repeat(1_000_000) })),
      log.append(asBoardId('board-6'), newRow(bytesOf(1))),
    ]);
    await first;
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('[SYNC-32] get seqs without gap or double when two servers write them together', async () => {
    const boards = boardIds.slice(100, 140);
    const [log, other] = [
      new PrismaUpdateLog(database.prisma),
      new PrismaUpdateLog(database.prisma),
    ];
    const before = await log.heads(boards);
    const seqs = new Map(boards.map((boardId) => [boardId, [] as number[]]));
    const write = async (by: PrismaUpdateLog, boardId: BoardId): Promise<void> => {
      for (let i = 0; i < 6; i++) {
        seqs.get(boardId)?.push(await by.append(boardId, newRow(bytesOf(i))));
      }
    };
    await Promise.all([log, other].flatMap((by) => boards.map((boardId) => write(by, boardId))));
    for (const boardId of boards) {
      const first = (before.get(boardId)?.seq ?? 0) + 1;
      const expected = Array.from({ length: 12 }, (_, i) => first + i);
      expect(seqs.get(boardId)?.toSorted((a, b) => a - b)).toEqual(expected);
      const { rows } = await log.read(boardId);
      expect(rows.at(-1)?.seq).toBe(first + 11);
    }
  });
});
