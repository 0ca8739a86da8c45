import { asBoardId } from '#board/ids.ts';
import { minutes } from '#board/minutes.ts';
import type { Minutes } from '#board/minutes.ts';
import { projectBoard } from '#board/projection.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { collectMinutes } from './collect-minutes.ts';
import { nextOf } from './meeting-facts.ts';
import { mustOnMeeting } from './must-on-meeting.ts';

/** The minutes as they were kept at the closing; of a meeting that goes on, those so far. [MEET-8] */
export async function readMinutes(house: House, actor: Actor, meetingId: string): Promise<Minutes> {
  const { user, meeting, board } = await mustOnMeeting(house, actor, meetingId, 'meeting.see');
  if (meeting.closedAt) return minutes.parse(meeting.minutes);
  const now = await house.documents.read(asBoardId(meeting.boardId), (live) => projectBoard(live));
  return collectMinutes(house.db, meeting, {
    ...{ board, now, closedAt: null, override: null, next: nextOf(board) },
    today: todayOf(house, user),
  });
}
