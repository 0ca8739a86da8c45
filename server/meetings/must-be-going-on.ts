import type { Tx } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** Holds the meeting until the transaction ends; once it has closed its minutes stand. [MEET-9] */
export async function mustBeGoingOn(tx: Tx, meetingId: string): Promise<void> {
  await tx.$queryRaw`select id from meeting where id = ${meetingId} for update`;
  const { closedAt } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  if (closedAt) throw new Refusal('conflict', 'This meeting has closed.');
}
