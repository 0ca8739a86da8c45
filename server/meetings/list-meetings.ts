import type { MeetingView } from '#board/api/meetings.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { meetingParts, viewMeeting } from './view-meeting.ts';

/** The board's meetings, newest first. */
export async function listMeetings(
  house: House,
  actor: Actor,
  boardId: string,
): Promise<MeetingView[]> {
  mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'meeting.see');
  const rows = await house.db.meeting.findMany({
    where: { boardId },
    include: meetingParts,
    omit: { began: true },
    orderBy: { openedAt: 'desc' },
  });
  return rows.map((row) => viewMeeting({ ...row, began: null }));
}
