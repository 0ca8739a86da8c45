import { nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustBeGoingOn } from './must-be-going-on.ts';
import { mustOnMeeting } from './must-on-meeting.ts';

/** Takes somebody off the list who was not there after all. */
export async function removeAttendee(
  house: House,
  actor: Actor,
  { meetingId, attendeeId }: { meetingId: string; attendeeId: string },
): Promise<void> {
  await mustOnMeeting(house, actor, meetingId, 'meeting.hold');
  await house.db.$transaction(async (tx) => {
    await mustBeGoingOn(tx, meetingId);
    const { count } = await tx.meetingAttendee.deleteMany({ where: { id: attendeeId, meetingId } });
    if (count === 0) throw nothingHere();
    await recordDeed(tx, actor, 'meeting.attendee', meetingId, { removed: attendeeId });
  });
}
