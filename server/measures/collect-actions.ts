import { z } from 'zod';
import type { MeasureActionView } from '#board/api/measures.ts';
import { taskStates } from '#board/facts.ts';
import type { Prisma, PrismaClient, Task, TaskEvent } from '../db/generated/client.ts';

const step = z.object({ state: z.object({ to: z.enum(taskStates) }) });
const finished: ReadonlySet<string> = new Set(['done', 'effect_checked', 'standard']);

/**
 * The actions that are meant to move these measures, by measure, oldest promise first; what was
 * dropped moves nothing. [MEAS-6]
 */
export async function collectActions(
  db: PrismaClient,
  measures: Prisma.MeasureWhereInput,
): Promise<ReadonlyMap<string, readonly MeasureActionView[]>> {
  const tasks = await db.task.findMany({
    where: { measure: measures, state: { not: 'dropped' } },
    include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ confirmedAt: 'asc' }, { id: 'asc' }],
  });
  const byMeasure = new Map<string, MeasureActionView[]>();
  for (const task of tasks) {
    const measureId = task.measureId ?? '';
    byMeasure.set(measureId, [...(byMeasure.get(measureId) ?? []), viewAction(task)]);
  }
  return byMeasure;
}

function viewAction(task: Task & { events: TaskEvent[] }): MeasureActionView {
  const { id, title, state, outcome } = task;
  const steps = task.events.flatMap(({ at, data }) => {
    const read = step.safeParse(data).data;
    return read ? [{ at: at.toISOString(), to: read.state.to }] : [];
  });
  const done = steps.findLast(({ to }) => to === 'done');
  return {
    taskId: id,
    title,
    state,
    outcome,
    startedAt: steps.find(({ to }) => to === 'doing')?.at ?? null,
    doneAt: finished.has(state) ? (done?.at ?? task.updatedAt.toISOString()) : null,
  };
}
