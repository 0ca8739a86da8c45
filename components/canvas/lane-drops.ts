import { react, Vec } from 'tldraw';
import type { Editor, TLShapeId, VecLike } from 'tldraw';
import type { ActionCard, Zone } from '#board/cards.ts';
import { laneOf } from '#board/lanes.ts';
import type { Lane } from '#board/lanes.ts';

interface Start {
  readonly id: TLShapeId;
  readonly actionId: string;
  readonly lane: Lane | undefined;
  readonly x: number;
  readonly y: number;
}

type EnterLane = (actionId: string, lane: Lane) => Promise<boolean>;

/**
 * When a card of an action was dragged into another lane, asks for the step that leads there; where
 * the answer is no, the card goes back to where it was. The answer ends it.
 */
export function watchLanes(editor: Editor, enter: () => EnterLane | undefined): () => void {
  const starts = new Map<TLShapeId, Start>();
  // The first step of a gesture may be a long one: what a card was before it is where it started.
  const stopNoting = editor.sideEffects.registerAfterChangeHandler('shape', (before, after) => {
    if (!isActionCard(before) || starts.has(before.id)) return;
    const moved = before.x !== after.x || before.y !== after.y;
    if (moved && isMoving(editor)) starts.set(before.id, startOf(editor, before));
  });
  const stopWatching = react('drops into lanes', () => {
    if (isMoving(editor) || starts.size === 0) return;
    const dropped = [...starts.values()];
    starts.clear();
    // After the gesture has ended altogether, so that nothing of it is undone.
    queueMicrotask(() => {
      for (const start of dropped) void drop(editor, start, enter());
    });
  });
  return () => {
    stopNoting();
    stopWatching();
  };
}

function isMoving(editor: Editor): boolean {
  return editor.isIn('select.translating');
}

function startOf(editor: Editor, card: ActionCard): Start {
  const { id, x, y, props } = card;
  const inside = editor.getShapeGeometry(id).bounds.center;
  const middle = editor.getShapeParentTransform(id).applyToPoint(Vec.Add(card, inside));
  return { id, actionId: props.actionId, lane: laneAt(editor, middle), x, y };
}

async function drop(editor: Editor, start: Start, enter: EnterLane | undefined): Promise<void> {
  const { id, actionId, x, y } = start;
  const lane = laneUnder(editor, id);
  if (!lane || lane === start.lane || !enter) return;
  if (await enter(actionId, lane)) return;
  const card = editor.getShape(id);
  if (card) editor.updateShape({ id, type: card.type, x, y });
}

/** The lane that holds the middle of the card. */
function laneUnder(editor: Editor, id: TLShapeId): Lane | undefined {
  const middle = editor.getShapePageBounds(id)?.center;
  return middle && laneAt(editor, middle);
}

function laneAt(editor: Editor, point: VecLike): Lane | undefined {
  const zone = editor.getCurrentPageShapes().find((shape): shape is Zone => {
    const isZone = (shape.type as string) === 'zone';
    return isZone && (editor.getShapePageBounds(shape)?.containsPoint(point) ?? false);
  });
  return zone && laneOf(zone.props.kind);
}

function isActionCard(shape: { type: string }): shape is ActionCard {
  return shape.type === 'action-card';
}
