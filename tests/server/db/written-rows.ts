import { createHash } from 'node:crypto';
import type { PrismaClient } from '#server/db/generated/client.ts';

export interface UpdateRow {
  boardId: string;
  seq: number;
  epoch: number;
  bytes: Uint8Array<ArrayBuffer>;
  checksum: Uint8Array<ArrayBuffer>;
}

const BOARD = 'board';

/** The row with this number; always the same, so that what is read back can be compared with it. */
export function updateRow(seq: number): UpdateRow {
  const checksum = Uint8Array.from(createHash('sha256').update(String(seq)).digest());
  const bytes = new Uint8Array(200 + ((seq * 37) % 1800)).map((_, i) => checksum[i % 32] ?? 0);
  return { boardId: BOARD, seq, epoch: 1, bytes, checksum };
}

export async function createBoard(prisma: PrismaClient): Promise<void> {
  await prisma.organisation.create({ data: { id: 'organisation', name: 'Zorggroep' } });
  await prisma.user.create({ data: { id: 'user', email: 'someone@example.org', name: 'Someone' } });
  await prisma.team.create({
    data: { id: 'team', name: 'Team', organisationId: 'organisation' },
  });
  await prisma.board.create({
    data: { id: BOARD, teamId: 'team', title: '', template: 'pdca', createdById: 'user' },
  });
}

export async function nextSeq(prisma: PrismaClient): Promise<number> {
  const { _max } = await prisma.boardUpdate.aggregate({ _max: { seq: true } });
  return (_max.seq ?? 0) + 1;
}
