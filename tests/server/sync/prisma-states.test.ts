import { afterAll, beforeAll, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { checksumOf } from '#server/sync/checksum.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { DamagedLog } from '#server/sync/update-log.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { addLogBoard, addTeam } from './log-boards.ts';
import { bytesOf, newRow } from './log-under-test.ts';

describeOnBothDatabases('states in the database', (open) => {
  let database: TestDatabase;
  let log: PrismaUpdateLog;
  beforeAll(async () => {
    database = await open();
    log = new PrismaUpdateLog(database.prisma);
    await addTeam(database.prisma);
  });
  afterAll(() => database.close());

  /** A board with four rows. */
  async function board(id: string): Promise<BoardId> {
    const boardId = asBoardId(id);
    await log.transaction((tx) => addLogBoard(tx, boardId));
    for (const byte of [1, 2, 3, 4]) await log.append(boardId, newRow(bytesOf(byte)));
    return boardId;
  }

  test('[SYNC-33] that do not read back as they were written are refused and not kept', async () => {
    const { prisma } = database;
    const boardId = await board('distorted');
    await prisma.$executeRaw`
      CREATE FUNCTION distort() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN NEW.bytes := NEW.bytes || NEW.bytes; RETURN NEW; END'`;
    await prisma.$executeRaw`
      CREATE TRIGGER distort BEFORE INSERT ON board_state FOR EACH ROW EXECUTE FUNCTION distort()`;
    const kept = log.keepState(boardId, { epoch: 1, seq: 3, bytes: bytesOf(9) });
    await expect(kept).rejects.toBeInstanceOf(DamagedLog);
    await prisma.$executeRaw`DROP TRIGGER distort ON board_state`;
    expect(await prisma.boardState.count()).toBe(0);
    expect((await log.read(boardId)).rows).toHaveLength(4);
  });

  test('[SYNC-33] whose server was killed before it compared them stand for nothing', async () => {
    const boardId = await board('interrupted');
    const bytes = bytesOf(9);
    const unproven = { boardId, epoch: 1, bytes, checksum: checksumOf(bytes) };
    for (const seq of [2, 3])
      await database.prisma.boardState.create({ data: { ...unproven, seq } });
    expect(await log.prune(boardId, new Date(8.64e13))).toBe(0);
    expect((await log.read(boardId)).state).toBeUndefined();
    await log.keepState(boardId, { epoch: 1, seq: 3, bytes: bytesOf(7) });
    expect((await log.read(boardId)).state).toEqual({ seq: 3, bytes: bytesOf(7) });
  });
});
