import { whyNotDecline } from '#board/ladder.ts';
import type { NoDecline } from '#board/ladder.ts';
import { zoneOf } from '../accounts/zone-of.ts';
import type { UserActor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import type { TaskRow } from './view-task.ts';

/** What keeps its owner from declining a task now, or undefined where they may. [ACT-40] */
export async function noDecline(
  house: House,
  owner: UserActor,
  task: TaskRow,
): Promise<NoDecline | 'giver-gone' | undefined> {
  const meeting = await house.db.meeting.findUnique({
    where: { openBoardId: task.boardId },
    select: { openedAt: true },
  });
  const why = whyNotDecline(task, {
    ...{ now: house.clock(), zone: zoneOf(house, owner) },
    meetingSince: meeting?.openedAt ?? null,
  });
  return why ?? ((await inTeam(house, task)) ? undefined : 'giver-gone');
}

/** Whether whoever would get it back is still in the team. */
async function inTeam({ db }: House, { teamId, givenById }: TaskRow): Promise<boolean> {
  const membership = await db.membership.findUnique({
    where: { teamId_userId: { teamId, userId: givenById } },
  });
  return membership !== null;
}
