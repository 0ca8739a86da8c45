import * as z from 'zod/mini';
import type { Projection } from './projection.ts';

const item = z.object({ id: z.string(), text: z.string() });

/** What changed in meaning between two states of a board; a note that only moved is no change. [DIFF-1] */
export const meaningDiff = z.object({
  notesAdded: z.array(z.extend(item, { canvas: z.string(), zone: z.nullable(z.string()) })),
  notesRemoved: z.array(item),
  notesChanged: z.array(z.extend(item, { before: z.string() })),
  /** Notes that went to another canvas or zone. */
  notesMoved: z.array(z.extend(item, { from: z.string(), to: z.string() })),
  actionsProposed: z.array(item),
  actionsRemoved: z.array(item),
  /** Up or down the ladder. */
  actionsMoved: z.array(z.extend(item, { from: z.string(), to: z.string() })),
  duesMoved: z.array(z.extend(item, { from: z.nullable(z.string()), to: z.nullable(z.string()) })),
  readings: z.array(
    z.object({
      id: z.string(),
      measure: z.string(),
      unit: z.string(),
      at: z.string(),
      value: z.number(),
    }),
  ),
  targetsMoved: z.array(
    z.object({
      id: z.string(),
      measure: z.string(),
      from: z.nullable(z.number()),
      to: z.nullable(z.number()),
    }),
  ),
  knowledgeAdded: z.array(item),
});
export type MeaningDiff = z.infer<typeof meaningDiff>;

export function diffBoards(from: Projection, to: Projection): MeaningDiff {
  return {
    ...diffNotes(from, to),
    ...diffActions(from, to),
    ...diffMeasures(from, to),
    ...diffKnowledge(from, to),
  };
}

export function isEmptyDiff(diff: MeaningDiff): boolean {
  return Object.values(diff).every((list) => list.length === 0);
}

function diffNotes(from: Projection, to: Projection) {
  const { added, removed, kept } = pair(from.notes, to.notes);
  return {
    notesAdded: added.map(({ id, text, canvas, zone }) => ({ id, text, canvas, zone })),
    notesRemoved: removed.map(({ id, text }) => ({ id, text })),
    notesChanged: kept
      .filter(([before, after]) => before.text.trim() !== after.text.trim())
      .map(([before, after]) => ({ id: after.id, text: after.text, before: before.text })),
    notesMoved: kept.flatMap(([before, after]) => {
      const move = moveBetween(before, after);
      return move ? [{ id: after.id, text: after.text, ...move }] : [];
    }),
  };
}

type Note = Projection['notes'][number];

/** The zones it went between; the canvases, where the zones have one name or there is none. */
function moveBetween(before: Note, after: Note): { from: string; to: string } | undefined {
  const sameZone = before.zone === after.zone;
  if (sameZone && before.canvas === after.canvas) return undefined;
  const where = (note: Note): string => (sameZone ? note.canvas : (note.zone ?? note.canvas));
  return { from: where(before), to: where(after) };
}

function diffActions(from: Projection, to: Projection) {
  const { added, removed, kept } = pair(from.actions, to.actions);
  const news = added.filter((action) => action.taskId !== null);
  return {
    actionsProposed: added.map(({ id, title }) => ({ id, text: title })),
    actionsRemoved: removed.map(({ id, title }) => ({ id, text: title })),
    actionsMoved: [
      ...news.map(({ id, title, rung }) => ({ id, text: title, from: 'proposal', to: rung })),
      ...kept
        .filter(([before, after]) => before.rung !== after.rung)
        .map(([before, after]) => ({
          id: after.id,
          text: after.title,
          from: before.rung,
          to: after.rung,
        })),
    ],
    duesMoved: kept
      .filter(([before, after]) => before.due !== after.due && before.due !== null)
      .map(([before, after]) => ({
        id: after.id,
        text: after.title,
        from: before.due,
        to: after.due,
      })),
  };
}

function diffMeasures(from: Projection, to: Projection) {
  const { added, kept } = pair(from.measures, to.measures);
  const before = new Map(kept.map(([old]) => [old.id, new Set(old.readings.map(readingKey))]));
  const now = [...added, ...kept.map(([, after]) => after)];
  return {
    readings: now.flatMap(({ id, name, unit, readings }) =>
      readings
        .filter((reading) => !before.get(id)?.has(readingKey(reading)))
        .map(({ at, value }) => ({ id, measure: name, unit, at, value })),
    ),
    targetsMoved: kept
      .filter(([old, after]) => old.target !== after.target)
      .map(([old, after]) => ({
        id: after.id,
        measure: after.name,
        from: old.target,
        to: after.target,
      })),
  };
}

function diffKnowledge(from: Projection, to: Projection) {
  const { added } = pair(from.knowledge, to.knowledge);
  return { knowledgeAdded: added.map(({ id, topic }) => ({ id, text: topic })) };
}

function readingKey({ at, value }: { at: string; value: number }): string {
  return `${at} ${value}`;
}

function pair<T extends { id: string }>(from: readonly T[], to: readonly T[]) {
  const before = new Map(from.map((entry) => [entry.id, entry]));
  const after = new Set(to.map((entry) => entry.id));
  return {
    added: to.filter((entry) => !before.has(entry.id)),
    removed: from.filter((entry) => !after.has(entry.id)),
    kept: to.flatMap((entry): [T, T][] => {
      const old = before.get(entry.id);
      return old ? [[old, entry]] : [];
    }),
  };
}
