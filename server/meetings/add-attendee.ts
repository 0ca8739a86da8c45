import type { AddAttendeeInput, MeetingView } from '#board/api/meetings.ts';
import { findOwner } from '../actions/find-owner.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { mustBeGoingOn } from './must-be-going-on.ts';
import { mustOnMeeting } from './must-on-meeting.ts';
import { readMeeting } from './read-meeting.ts';

/** Writes down somebody who is there without being on the board. [MEET-6] */
export async function addAttendee(
  house: House,
  actor: Actor,
  meetingId: string,
  { userId, name = '' }: AddAttendeeInput,
): Promise<MeetingView> {
  const { board } = await mustOnMeeting(house, actor, meetingId, 'meeting.hold');
  const person =
    userId === undefined
      ? { id: null, name }
      : await findOwner(house.db, actor, board.teamId, userId);
  await house.db.$transaction(async (tx) => {
    await mustBeGoingOn(tx, meetingId);
    const row = { id: newId(), meetingId, personId: person.id, name: person.name, guest: false };
    await tx.meetingAttendee.createMany({
      data: [{ ...row, at: house.clock() }],
      skipDuplicates: true,
    });
    await recordDeed(tx, actor, 'meeting.attendee', meetingId, { added: person.id ?? row.id });
  });
  return readMeeting(house, actor, meetingId);
}
