import { createShapeId, uniqueId } from 'tldraw';
import type { Editor, TLFrameShape, TLShape, TLShapeId } from 'tldraw';
import { pageOf } from '#board/canvases.ts';
import type { ActionCard, CycleCard, Zone } from '#board/cards.ts';
import { addCycle } from '#board/cycles.ts';
import type { Cycle } from '#board/cycles.ts';
import { rungOf } from './ladder-looks.ts';
import type { Rung } from './ladder-looks.ts';
import type { LiveBoard } from './live-board.ts';

const GAP = 24; // canvas units between what is put away
const COLUMNS = 4;
const COLUMN = 284; // canvas units; the widest card and a gap
const HEAD = 260; // canvas units for the card of the cycle that is over

/**
 * Begins the next cycle as one undo step: what is finished goes into a frame beside the canvas, what
 * is not stays. Undone, everything is back; the new cycle stays behind without a card. [DOC-18]
 */
export function nextCycle(
  editor: Editor,
  live: LiveBoard,
  card: CycleCard,
  cycle: Cycle,
  titleOf: (number: number) => string,
): void {
  const next: Cycle = {
    id: uniqueId(),
    number: cycle.number + 1,
    expected: '',
    happened: '',
    learned: '',
    startedAt: new Date().toISOString(),
  };
  live.board.doc.transact(() => addCycle(live.board, next));
  const finished = finishedShapes(editor, live);
  editor.markHistoryStoppingPoint('next cycle');
  editor.run(() => {
    const frame = putFrame(editor, titleOf(cycle.number), finished);
    putCard(editor, card, frame);
    lay(editor, frame, finished);
    editor.updateShape<CycleCard>({ id: card.id, type: card.type, props: { cycleId: next.id } });
  });
}

function finishedShapes(editor: Editor, live: LiveBoard): TLShape[] {
  const shapes = editor.getCurrentPageShapes();
  const fields = shapes.filter((shape): shape is Zone => (shape.type as string) === 'zone');
  const over = fields.filter(({ props }) => props.kind === 'check' || props.kind === 'act');
  const lies = (shape: TLShape, field: Zone): boolean => {
    const middle = editor.getShapePageBounds(shape)?.center;
    return middle !== undefined && !!editor.getShapePageBounds(field)?.containsPoint(middle);
  };
  return shapes.filter((shape) => {
    if (shape.parentId !== pageOf('pdca') || shape.isLocked) return false;
    const type: string = shape.type;
    if (type === 'note-card') return over.some((field) => lies(shape, field));
    return type === 'action-card' && isFinished(live, shape as unknown as ActionCard);
  });
}

const finished: ReadonlySet<Rung | undefined> = new Set([
  'effect_checked',
  'standard',
  'dropped',
] as const);

function isFinished(live: LiveBoard, { props: { actionId } }: ActionCard): boolean {
  return finished.has(rungOf(live.actions.get(actionId), live.tasks.get(actionId)));
}

function putFrame(editor: Editor, name: string, shapes: readonly TLShape[]): TLShapeId {
  const id = createShapeId();
  const page = editor.getCurrentPageBounds();
  const rows = rowHeights(editor, shapes);
  const h = HEAD + rows.reduce((sum, height) => sum + height + GAP, 0) + GAP;
  editor.createShape<TLFrameShape>({
    id,
    type: 'frame',
    x: (page?.maxX ?? 0) + 4 * GAP,
    y: page?.minY ?? 0,
    props: { name, w: COLUMNS * COLUMN + GAP, h },
  });
  return id;
}

function putCard(editor: Editor, { props, meta }: CycleCard, frame: TLShapeId): void {
  editor.createShape<CycleCard>({
    id: createShapeId(),
    type: 'cycle-card',
    parentId: frame,
    x: GAP,
    y: GAP,
    meta,
    props: { ...props, w: COLUMNS * COLUMN - GAP },
  });
}

/** Puts them in rows under the card of their cycle. */
function lay(editor: Editor, frame: TLShapeId, shapes: readonly TLShape[]): void {
  editor.reparentShapes(
    shapes.map(({ id }) => id),
    frame,
  );
  const rows = rowHeights(editor, shapes);
  const top = (row: number): number => {
    return rows.slice(0, row).reduce((sum, height) => sum + height + GAP, HEAD);
  };
  editor.updateShapes(
    shapes.map(({ id, type }, at) => {
      const [x, y] = [GAP + (at % COLUMNS) * COLUMN, top(Math.floor(at / COLUMNS))];
      return { id, type, x, y };
    }),
  );
}

function rowHeights(editor: Editor, shapes: readonly TLShape[]): number[] {
  const heights = shapes.map((shape) => editor.getShapeGeometry(shape).bounds.h);
  return Array.from({ length: Math.ceil(shapes.length / COLUMNS) }, (_, row) => {
    return Math.max(...heights.slice(row * COLUMNS, (row + 1) * COLUMNS));
  });
}
