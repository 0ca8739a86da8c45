import type { MeetingAttendee, Prisma } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import type { PersonOn } from '../sync/documents.ts';

/** Who comes to a board: somebody with an account, or a guest. */
export interface Comer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'user' | 'guest';
}

/** Writes down people who are on the board of an open meeting; each stands there once. [MEET-6] */
export async function writeAttendance(
  tx: Tx | House['db'],
  meetingId: string,
  comers: readonly Comer[],
  at: Date,
): Promise<void> {
  const data = comers.map(({ id, name, kind }): MeetingAttendee => ({
    ...{ id: newId(), meetingId, name, at },
    personId: id,
    guest: kind === 'guest',
  }));
  if (data.length > 0) await tx.meetingAttendee.createMany({ data, skipDuplicates: true });
}

/** Tells accounts from guests among those who show presence. */
export async function asComers(tx: Tx, people: readonly PersonOn[]): Promise<Comer[]> {
  const ids: Prisma.UserWhereInput = { id: { in: people.map(({ id }) => id) } };
  const users = await tx.user.findMany({ where: ids, select: { id: true } });
  const known = new Set(users.map(({ id }) => id));
  return people.map(({ id, name }) => ({ id, name, kind: known.has(id) ? 'user' : 'guest' }));
}

/** Somebody comes to the board: when a meeting is open there they were at it. [MEET-6] */
export async function noteComer(house: House, boardId: string, comer: Comer): Promise<void> {
  const open = await house.db.meeting.findUnique({
    where: { openBoardId: boardId },
    select: { id: true },
  });
  if (open) await writeAttendance(house.db, open.id, [comer], house.clock());
}
