import type { Deed } from '#board/access.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { BoardStanding } from '../access/standing.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { meetingParts } from './view-meeting.ts';
import type { MeetingRow } from './view-meeting.ts';

interface OnMeeting extends BoardStanding {
  readonly user: UserActor;
  readonly meeting: MeetingRow;
}

/** The meeting, if the actor may do the deed on its board. */
export async function mustOnMeeting(
  house: House,
  actor: Actor,
  meetingId: string,
  deed: Deed,
): Promise<OnMeeting> {
  const user = mustBeUser(actor);
  const meeting = await house.db.meeting.findUnique({
    where: { id: meetingId },
    include: meetingParts,
  });
  if (!meeting) throw nothingHere();
  const standing = await mustOnBoard(house, actor, meeting.boardId, deed);
  return { user, meeting, ...standing };
}
