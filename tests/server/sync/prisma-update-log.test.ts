import type { BoardId } from '#board/ids.ts';
import type { Prisma } from '#server/db/generated/client.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { updateLogContract } from './update-log-contract.ts';

describeOnBothDatabases('the log in the database', (open) => {
  updateLogContract<Prisma.TransactionClient>(async () => {
    const { prisma, close } = await open();
    await prisma.organisation.create({ data: { id: 'o', name: 'School' } });
    await prisma.team.create({ data: { id: 't', organisationId: 'o', name: 'Team' } });
    await prisma.user.create({ data: { id: 'u', email: 'u@example.org', name: 'U' } });
    return {
      log: new PrismaUpdateLog(prisma),
      addBoard: async (tx: Prisma.TransactionClient, id: BoardId) => {
        const data = { id, teamId: 't', title: 'Board', template: 'pdca', createdById: 'u' };
        await tx.board.create({ data });
      },
      damage: async (boardId, seq) => {
        const bytes = Uint8Array.of(66);
        await prisma.boardUpdate.update({
          where: { boardId_seq: { boardId, seq } },
          data: { bytes },
        });
      },
      lose: async (boardId, seq) => {
        await prisma.boardUpdate.delete({ where: { boardId_seq: { boardId, seq } } });
      },
      nextEpoch: async (id) => {
        await prisma.board.update({ where: { id }, data: { epoch: { increment: 1 } } });
      },
      close,
    };
  });
});
