import type { NoteColor } from '#board/cards.ts';
import type { Field } from '#board/templates/fields.ts';

interface Paper {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: NoteColor;
}

const colors: readonly NoteColor[] = ['yellow', 'pink', 'blue', 'green', 'orange', 'violet'];
const GAP = 36; // canvas units between papers

/** Papers in rows inside a field; an uneven last row makes it look lived in. */
export function paperIn(field: Field, count: number): Paper[] {
  const columns = field.w > 700 ? 3 : field.w > 400 ? 2 : 1;
  const w = (field.w - GAP * (columns + 1)) / columns;
  const h = w * (columns === 1 ? 0.5 : 0.62);
  return Array.from({ length: count }, (_, index) => ({
    x: field.x + GAP + (index % columns) * (w + GAP),
    y: field.y + 110 + Math.floor(index / columns) * (h + GAP),
    w,
    h,
    color: colors[(index + field.kind.length) % colors.length] ?? 'yellow',
  })).filter((paper) => paper.y + paper.h < field.y + field.h - GAP / 2);
}
