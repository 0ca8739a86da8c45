import type { BoardId } from '#board/ids.ts';
import type { Prisma, PrismaClient } from '#server/db/generated/client.ts';

/** What boards of the log tests hang from. */
export async function addTeam(prisma: PrismaClient): Promise<void> {
  await prisma.organisation.create({ data: { id: 'o', name: 'School' } });
  await prisma.team.create({ data: { id: 't', organisationId: 'o', name: 'Team' } });
  await prisma.user.create({ data: { id: 'u', email: 'u@example.org', name: 'U' } });
}

/** A board without rows. */
export async function addLogBoard(tx: Prisma.TransactionClient, id: BoardId): Promise<void> {
  const data = { id, teamId: 't', title: 'Board', template: 'pdca', createdById: 'u' };
  await tx.board.create({ data });
}
