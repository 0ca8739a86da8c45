import type { BoardId } from '#board/ids.ts';
import type { Prisma, PrismaClient } from '#server/db/generated/client.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import type { DamagedLog } from '#server/sync/update-log.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { withRawQueries } from '#tests/support/raw-queries.ts';
import { addLogBoard, addTeam } from './log-boards.ts';
import type { LogUnderTest } from './log-under-test.ts';
import { updateLogContract } from './update-log-contract.ts';

describeOnBothDatabases('the log in the database', (open) => {
  updateLogContract<Prisma.TransactionClient>(async () => {
    const { prisma, close } = await open();
    await addTeam(prisma);
    const damages: DamagedLog[] = [];
    return {
      log: new PrismaUpdateLog(prisma, { onDamage: (damage) => damages.push(damage) }),
      other: new PrismaUpdateLog(prisma),
      deaf: new PrismaUpdateLog(
        withRawQueries(prisma, async (ask) => {
          await ask();
          throw new Error('the connection was lost');
        }),
      ),
      damages,
      addBoard: addLogBoard,
      ...behindTheBackOf(prisma),
      close,
    };
  });
});

type Behind = Pick<LogUnderTest<never>, 'spoilRow' | 'spoilState' | 'lose' | 'rowsOf' | 'statesOf'>;

function behindTheBackOf({ boardUpdate, boardState }: PrismaClient): Behind {
  const at = (boardId: BoardId, seq: number) => ({ where: { boardId_seq: { boardId, seq } } });
  const all = (boardId: BoardId) => ({ where: { boardId }, orderBy: { seq: 'asc' as const } });
  return {
    spoilRow: async (boardId, seq, spoil) => {
      const { bytes } = await boardUpdate.findUniqueOrThrow(at(boardId, seq));
      await boardUpdate.update({ ...at(boardId, seq), data: { bytes: spoil(bytes) } });
    },
    spoilState: async (boardId, seq, spoil) => {
      const { bytes } = await boardState.findUniqueOrThrow(at(boardId, seq));
      await boardState.update({ ...at(boardId, seq), data: { bytes: spoil(bytes) } });
    },
    lose: async (boardId, seq) => {
      await boardUpdate.delete(at(boardId, seq));
    },
    rowsOf: async (boardId) => (await boardUpdate.findMany(all(boardId))).map(({ seq }) => seq),
    statesOf: async (boardId) => (await boardState.findMany(all(boardId))).map(({ seq }) => seq),
  };
}
