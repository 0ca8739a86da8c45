import type { MeetingView } from '#board/api/meetings.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnMeeting } from './must-on-meeting.ts';
import { viewMeeting } from './view-meeting.ts';

export async function readMeeting(
  house: House,
  actor: Actor,
  meetingId: string,
): Promise<MeetingView> {
  return viewMeeting((await mustOnMeeting(house, actor, meetingId, 'meeting.see')).meeting);
}
