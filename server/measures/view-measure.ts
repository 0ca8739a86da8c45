import type { MeasureView, ReadingView } from '#board/api/measures.ts';
import type { Measure, Prisma, Reading, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a measure query has to include for `viewMeasure`. */
export const measureParts = {
  readings: { include: { by: true }, orderBy: [{ at: 'asc' }, { createdAt: 'asc' }] },
} satisfies Prisma.MeasureInclude;

export function viewMeasure(row: Measure & { readings: (Reading & { by: User })[] }): MeasureView {
  const { id, teamId, name, unit, direction, baseline, target, targetBy } = row;
  const readings = row.readings.map(viewReading);
  return { id, teamId, name, unit, direction, baseline, target, targetBy, readings };
}

export function viewReading({ id, at, value, by }: Reading & { by: User }): ReadingView {
  return { id, at, value, by: nameOf(by) };
}
