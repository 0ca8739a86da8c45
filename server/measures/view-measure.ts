import type { MeasureView, ReadingStoryView, ReadingView } from '#board/api/measures.ts';
import type { Correction, Measure, Prisma, Reading, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** Readings of one day keep the order in which they were entered. [MEAS-1] */
export const readingOrder = [
  { at: 'asc' },
  { createdAt: 'asc' },
] satisfies Prisma.ReadingOrderByWithRelationInput[];

/** What a measure query has to include for `viewMeasure`: the readings that stand. [MEAS-2] */
export const measureParts = {
  readings: { where: { withdrawn: null }, include: { by: true }, orderBy: readingOrder },
} satisfies Prisma.MeasureInclude;

/** What a reading query has to include for `viewReadingStory`. */
export const readingParts = {
  by: true,
  earlier: { include: { by: true }, orderBy: { revision: 'asc' } },
} satisfies Prisma.ReadingInclude;

type ReadingRow = Reading & { by: User };

export function viewMeasure(row: Measure & { readings: ReadingRow[] }): MeasureView {
  const { id, teamId, name, unit, direction, baseline, target, targetBy, revision } = row;
  const said = { id, teamId, name, unit, direction, baseline, target, targetBy, revision };
  return { ...said, proposed: row.pendingId !== null, readings: row.readings.map(viewReading) };
}

export function viewReading({ id, at, value, by, createdAt, revision }: ReadingRow): ReadingView {
  return { id, at, value, by: nameOf(by), enteredAt: createdAt.toISOString(), revision };
}

export function viewReadingStory(
  row: ReadingRow & { earlier: (Correction & { by: User })[] },
): ReadingStoryView {
  const corrections = row.earlier.map((one) => ({
    at: one.correctedAt.toISOString(),
    by: nameOf(one.by),
    reason: one.reason,
    was: { at: one.wasAt, value: one.wasValue, withdrawn: one.wasWithdrawn },
  }));
  return { ...viewReading(row), withdrawn: row.withdrawn !== null, corrections };
}
