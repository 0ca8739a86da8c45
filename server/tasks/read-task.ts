import type { TaskStoryView } from '#board/api/tasks.ts';
import type { Actor } from '../auth/actor.ts';
import { viewComments } from '../comments/view-comment.ts';
import { roundsOn } from '../consent/list-rounds.ts';
import type { TaskEvent } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { noDecline } from './no-decline.ts';
import { mustOnTask } from './must-on-task.ts';
import { nameOf, viewTask } from './view-task.ts';
import type { TaskRow } from './view-task.ts';

/** A task with its whole story, oldest step first. */
export async function readTask(house: House, actor: Actor, taskId: string): Promise<TaskStoryView> {
  const task = await mustOnTask(house, actor, taskId, 'team.see-tasks');
  const events = await house.db.taskEvent.findMany({
    where: { taskId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const people = await house.db.user.findMany({
    where: { id: { in: events.map(({ actorId }) => actorId) } },
  });
  const byId = new Map(people.map((user) => [user.id, nameOf(user)]));
  const comments = await house.db.taskComment.findMany({
    where: { taskId },
    include: { author: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return {
    ...viewTask(task),
    mayDecline: await mayDecline(house, actor, task),
    events: events.map((event) => viewEvent(event, byId)),
    consent: await roundsOn(house.db, task),
    comments: await viewComments(house.db, comments),
    newestReading: task.measureId === null ? null : await newestReading(house, task.measureId),
  };
}

async function mayDecline(house: House, actor: Actor, task: TaskRow): Promise<boolean> {
  if (actor.kind !== 'user' || actor.id !== task.ownerId) return false;
  return (await noDecline(house, actor, task)) === undefined;
}

function newestReading({ db }: House, measureId: string): Promise<TaskStoryView['newestReading']> {
  return db.reading.findFirst({
    where: { measureId, withdrawn: null },
    orderBy: [{ at: 'desc' }, { createdAt: 'desc' }],
    select: { at: true, value: true },
  });
}

function viewEvent(
  { at, actorId, kind, data }: TaskEvent,
  people: ReadonlyMap<string, { id: string; name: string }>,
): TaskStoryView['events'][number] {
  return {
    at: at.toISOString(),
    actor: people.get(actorId) ?? { id: actorId, name: '' },
    kind: kind as TaskStoryView['events'][number]['kind'],
    data: data as Record<string, unknown>,
  };
}
