import type { PlanMeetingInput } from '#board/api/meetings.ts';
import { asBoardId } from '#board/ids.ts';
import type { NextMeeting } from '#board/meetings.ts';
import { mustOnBoard } from '../access/must.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { collectMeetingFacts, meetingFactsChange } from './meeting-facts.ts';
import { mustBeAhead } from './must-be-ahead.ts';

/** Says when the team of a board meets again, or takes that back. [MEET-7] */
export async function planMeeting(
  house: House,
  actor: Actor,
  boardId: string,
  { nextOn, nextAt = null }: PlanMeetingInput,
): Promise<{ next: NextMeeting | null }> {
  const user = mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'meeting.hold');
  mustBeAhead(nextOn, todayOf(house, user));
  const plan = { nextOn, nextAt: nextOn === null ? null : nextAt };
  return house.documents.change(asBoardId(boardId), async (board, tx) => {
    await tx.board.update({ where: { id: boardId }, data: plan });
    await recordDeed(tx, actor, 'meeting.plan', boardId, plan);
    const facts = await collectMeetingFacts(tx, boardId);
    const change = meetingFactsChange(board, facts);
    return { result: { next: facts.next }, ...(change && { apply: change }) };
  });
}
