import type { MeasureActionView } from '#board/api/measures.ts';
import type { Prisma, PrismaClient, Task, TaskEvent } from '../db/generated/client.ts';
import { doneAt, stepsOf } from '../tasks/done-at.ts';

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
  const { id, title, state, outcome, events } = task;
  return {
    taskId: id,
    title,
    state,
    outcome,
    startedAt:
      stepsOf(events)
        .find(({ to }) => to === 'doing')
        ?.at.toISOString() ?? null,
    doneAt: doneAt(task)?.toISOString() ?? null,
  };
}
