import { createShapeId } from 'tldraw';
import type { TLFrameShape, TLShape } from 'tldraw';
import { describe, expect, test } from 'vitest';
import type { CycleCard } from '#board/cards.ts';
import { addAction } from '#board/actions.ts';
import { addCycle, readCycle, readCycles } from '#board/cycles.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import { nextCycle } from '#components/canvas/next-cycle.ts';
import { actionCard, note, proposal, zone } from '../../board/builders.ts';
import { editing } from './editing-peer.ts';
import { seeded } from './peers.ts';
import { standInForScreen } from './stand-in-screen.ts';

standInForScreen();

const locked = { isLocked: true, meta: { template: true } };
const fields = [
  { ...zone('plan', { kind: 'plan' }), ...locked },
  { ...zone('check', { kind: 'check', x: 900 }), ...locked },
];
const notes = [
  note('open', { x: 20, y: 100 }),
  note('read', { x: 950, y: 100 }),
  actionCard('dropped', 'a1', { canvas: 'pdca', x: 20, y: 300 }),
  actionCard('going', 'a2', { canvas: 'pdca', x: 950, y: 300 }),
];

function begin() {
  const one = editing(seeded(...fields, ...notes));
  const { board, editor } = one;
  board.doc.transact(() => {
    addAction(board, proposal({ rung: 'dropped' }));
    addAction(board, proposal({ id: 'a2' }));
    const said = { expected: '18', happened: '14', learned: 'maandag' };
    addCycle(board, { id: 'c1', number: 1, startedAt: '', ...said });
  });
  const live = new LiveBoard(board);
  const id = createShapeId('cycle');
  editor.createShape({ id, type: 'cycle-card', x: 0, y: -300, props: { cycleId: 'c1' } });
  const card = editor.getShape(id) as unknown as CycleCard;
  const cycle = readCycle(board, 'c1');
  if (!cycle) throw new Error('no cycle');
  nextCycle(editor, live, card, cycle, (number) => `Cyclus ${number}`);
  const parentOf = (name: string) => editor.getShape(createShapeId(name))?.parentId;
  const frame = editor
    .getCurrentPageShapes()
    .find((shape: TLShape): shape is TLFrameShape => shape.type === 'frame');
  return { ...one, live, card, frame, parentOf };
}

describe('[DOC-18] the next cycle', () => {
  test('has the next number and empty texts, and the card shows it', () => {
    const { board, editor, card } = begin();
    const [, second] = readCycles(board);
    expect(second).toMatchObject({ number: 2, expected: '', happened: '', learned: '' });
    const { cycleId } = (editor.getShape(card.id) as unknown as CycleCard).props;
    expect(cycleId).toBe(second?.id);
  });

  test('puts what is finished into a frame named after its cycle, and leaves the rest', () => {
    const { frame, parentOf } = begin();
    expect(frame?.props.name).toBe('Cyclus 1');
    expect(parentOf('read')).toBe(frame?.id);
    expect(parentOf('dropped')).toBe(frame?.id);
    expect(parentOf('open')).toBe('page:pdca');
    expect(parentOf('going')).toBe('page:pdca');
  });

  test('keeps a card of the cycle that is over in the frame', () => {
    const { editor, frame } = begin();
    const inside = editor.getCurrentPageShapes().filter(({ parentId }) => parentId === frame?.id);
    const old = inside.find(({ type }) => (type as string) === 'cycle-card');
    expect((old as unknown as CycleCard).props.cycleId).toBe('c1');
  });

  test('is one undo step', () => {
    const { editor, card, parentOf } = begin();
    editor.undo();
    expect(parentOf('read')).toBe('page:pdca');
    expect((editor.getShape(card.id) as unknown as CycleCard).props.cycleId).toBe('c1');
  });
});
