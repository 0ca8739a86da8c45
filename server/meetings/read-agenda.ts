import { z } from 'zod';
import type { AgendaView, PromiseView } from '#board/api/meetings.ts';
import { diffBoards } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { taskStates } from '#board/facts.ts';
import { asBoardId } from '#board/ids.ts';
import { usualNextDay } from '#board/meetings.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { sinceLastTime } from '#board/since-last-time.ts';
import { mustOnBoard } from '../access/must.ts';
import { todayOf } from '../accounts/zone-of.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { readStoredDocument } from '../snapshots/read-snapshot-content.ts';
import { taskParts, viewTask } from '../tasks/view-task.ts';
import { nextOf } from './meeting-facts.ts';

/** What a team looks at first when it meets: its promises, and what changed since it last met. [MEET-3] */
export async function readAgenda(house: House, actor: Actor, boardId: string): Promise<AgendaView> {
  const user = mustBeUser(actor);
  const { board } = await mustOnBoard(house, actor, boardId, 'meeting.see');
  const today = todayOf(house, user);
  const meetings = await house.db.meeting.findMany({
    where: { boardId },
    orderBy: { openedAt: 'desc' },
    take: 6,
    select: { heldOn: true, closedAt: true },
  });
  const since = meetings.find(({ closedAt }) => closedAt !== null)?.closedAt?.toISOString() ?? null;
  const now = await house.documents.read(asBoardId(boardId), (live) => projectBoard(live));
  return {
    ...{ today, since },
    promises: sinceLastTime(await listPromises(house, boardId), { today, since }),
    back: backOnTheTable(now, today),
    changes: await changesSinceClosing(house, boardId, now),
    next: nextOf(board),
    usualNext: usualNextDay(
      meetings.map(({ heldOn }) => heldOn),
      today,
    ),
  };
}

const toDone = z.object({ state: z.object({ to: z.enum(taskStates) }) });

/** Every promise of the board, the nearest first, with when its work was done last. */
async function listPromises({ db }: House, boardId: string): Promise<PromiseView[]> {
  const tasks = await db.task.findMany({
    where: { boardId, state: { not: 'dropped' } },
    include: { ...taskParts, events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ due: 'asc' }, { id: 'asc' }],
  });
  return tasks.map((task) => {
    const done = task.events.findLast(
      ({ data }) => toDone.safeParse(data).data?.state.to === 'done',
    );
    return { ...viewTask(task), doneAt: done?.at.toISOString() ?? null };
  });
}

function backOnTheTable({ actions }: Projection, today: string): AgendaView['back'] {
  return actions.flatMap(({ id, title, parked, taskId, rung }) => {
    const isBack = parked !== null && parked <= today && taskId === null && rung !== 'dropped';
    return isBack ? [{ actionId: id, title, parked }] : [];
  });
}

async function changesSinceClosing(
  house: House,
  boardId: string,
  now: Projection,
): Promise<MeaningDiff | null> {
  const closing = await house.db.snapshot.findFirst({
    where: { boardId, why: 'closing', goneAt: null },
    orderBy: { number: 'desc' },
  });
  return closing && diffBoards(await readStoredDocument(house, closing), now);
}
