import type { Projection } from '../projection.ts';
import { pair } from './pair.ts';

type Note = Projection['notes'][number];

export function diffNotes(from: Projection, to: Projection) {
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

/** The zones it went between; the canvases, where the zones have one name or there is none. */
function moveBetween(before: Note, after: Note): { from: string; to: string } | undefined {
  const sameZone = before.zone === after.zone;
  if (sameZone && before.canvas === after.canvas) return undefined;
  const where = (note: Note): string => (sameZone ? note.canvas : (note.zone ?? note.canvas));
  return { from: where(before), to: where(after) };
}
