import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { projection } from '#board/projection.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { complaints } from '#tests/support/print.ts';
import type { Crowd } from './crowd.ts';
import type { Watcher } from './watcher.ts';

/** What is there once everything was confirmed. */
export interface Afterwards {
  /** Tasks that the list gives, page by page, and the actions that they were made of. */
  readonly listed: { readonly tasks: number; readonly actions: number };
  /** Confirmed actions that are shown as their task: in the boards that people have open, and by REST. */
  readonly shown: { readonly open: number; readonly read: number };
}

/** @param tasks the task that each action became, as it was answered */
export async function lookOver(
  { people: [somebody], teamId, boards }: Crowd,
  watchers: readonly Watcher[],
  tasks: ReadonlyMap<string, string>,
): Promise<Afterwards> {
  if (!somebody) throw new Error('there is nobody');
  const listed: { id: string; actionId: string }[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const path = `/tasks?team=${teamId}&limit=200${from}`;
    const page = await somebody.get(path, listOf(taskView));
    listed.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  let read = 0;
  for (const boardId of boards) {
    const { actions } = await somebody.get(`/boards/${boardId}/document`, projection);
    read += actions.filter(({ id, taskId }) => taskId !== null && tasks.get(id) === taskId).length;
  }
  const open = [...tasks].filter(([actionId, taskId]) =>
    watchers.some((watcher) => watcher.fact(actionId)?.taskId === taskId),
  );
  const right = listed.filter(({ id, actionId }) => tasks.get(actionId) === id);
  const actions = new Set(right.map(({ actionId }) => actionId)).size;
  return { listed: { tasks: listed.length, actions }, shown: { open: open.length, read } };
}

/** Rows that confirming wrote. */
export interface Rows {
  readonly tasks: number;
  readonly confirmed: number;
  readonly audit: number;
  readonly mails: number;
}

/** What the database alone says; of the embedded one the server has to have stopped. */
export async function countRows(place: { dataDir: string; databaseUrl?: string }): Promise<Rows> {
  const { prisma, close } = await openDatabase({ ...place, log: complaints });
  try {
    return {
      tasks: await prisma.task.count(),
      confirmed: await prisma.taskEvent.count({ where: { kind: 'confirmed' } }),
      audit: await prisma.audit.count({ where: { deed: 'action.confirm' } }),
      mails: await prisma.mail.count({ where: { calendar: { not: null } } }),
    };
  } finally {
    await close();
  }
}
