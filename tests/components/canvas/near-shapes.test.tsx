import { Box, createShapeId } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { nearShapesOf } from '#components/canvas/near-shapes.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { editing } from './editing-peer.ts';
import type { Editing } from './editing-peer.ts';
import { seeded } from './peers.ts';
import { standInForScreen } from './stand-in-screen.ts';

standInForScreen();

const PITCH = 240; // canvas units from one note to the next

/** An editor with so many notes in rows of ten, in a window of 1000 × 800. */
function withNotes(count: number): Editing {
  const one = editing(seeded());
  const { editor } = one;
  editor.updateViewportScreenBounds(new Box(0, 0, 1000, 800));
  editor.createShapes(
    Array.from({ length: count }, (_, at) => ({
      id: createShapeId(`note-${at}`),
      type: 'note-card',
      x: (at % 10) * PITCH,
      y: Math.floor(at / 10) * PITCH,
      props: { text: `${at}` },
    })),
  );
  nearShapesOf(editor);
  return one;
}

function move(editor: Editor, id: TLShapeId, { x, y }: { x: number; y: number }): void {
  const shape = editor.getShape(id);
  if (shape) editor.store.put([{ ...shape, x, y }]);
}

/** The window alone: whatever reaches into it has to be there. */
const nearTo = (editor: Editor): Box => editor.getViewportPageBounds();

const mounted = ({ editor }: Editing): Set<string> => {
  return new Set(editor.getRenderingShapes().map(({ id }) => id));
};

describe('[CANVAS-5] what is mounted', () => {
  test('is what is in the window or beside it, and all else once one goes there', () => {
    const one = withNotes(400);
    expect(mounted(one).has('shape:note-0')).toBe(true);
    expect(mounted(one).has('shape:note-399')).toBe(false);
    one.editor.setCamera({ x: -1600, y: -9000, z: 1 }, { immediate: true });
    expect(mounted(one).has('shape:note-0')).toBe(false);
    expect(mounted(one).has('shape:note-399')).toBe(true);
    expect(mounted(one).size).toBeLessThan(150);
  });

  test('is what somebody writes in, wherever they look meanwhile', () => {
    const one = withNotes(400);
    one.editor.setEditingShape(createShapeId('note-0'));
    one.editor.setCamera({ x: -1600, y: -9000, z: 1 }, { immediate: true });
    expect(mounted(one).has('shape:note-0')).toBe(true);
  });

  test('knows when nothing of it is in the window, and that an empty canvas has nothing to go back to', () => {
    const one = withNotes(400);
    const { editor } = one;
    const near = nearShapesOf(editor);
    expect(near.isOutOfSight).toBe(false);
    editor.setCamera({ x: 1200, y: 0, z: 1 }, { immediate: true });
    expect(near.isOutOfSight).toBe(true);
    editor.setCamera({ x: 900, y: 0, z: 1 }, { immediate: true });
    expect(near.isOutOfSight).toBe(false);
    editor.setCamera({ x: 1200, y: 0, z: 1 }, { immediate: true });
    editor.deleteShapes([...editor.getCurrentPageShapeIds()]);
    expect(near.isOutOfSight).toBe(false);
  });

  test('follows whatever moves, one by one and many at once, as looking at every shape would', () => {
    const random = seededRandom(5);
    const one = withNotes(300);
    const { editor } = one;
    editor.createShapes([
      { id: createShapeId('frame'), type: 'frame', x: 0, y: 9000, props: { w: 600, h: 600 } },
      {
        id: createShapeId('inside'),
        type: 'note-card',
        parentId: createShapeId('frame'),
        x: 40,
        y: 40,
      },
    ]);
    const ids = [...editor.getCurrentPageShapeIds()];
    const some = () => ids[Math.floor(random() * ids.length)] as TLShapeId;
    for (let step = 0; step < 300; step++) {
      const to = { x: random() * 6000 - 2000, y: random() * 12_000 - 2000 };
      const what = random();
      if (what < 0.5) move(editor, some(), to);
      else if (what < 0.7)
        editor.run(() => [some(), some(), some()].forEach((id) => move(editor, id, to)));
      else if (what < 0.8) editor.setCamera({ x: -to.x, y: -to.y, z: 1 }, { immediate: true });
      else if (what < 0.9) editor.store.mergeRemoteChanges(() => move(editor, some(), to));
      else
        editor.run(() => {
          move(editor, some(), to);
          // Asked for in the middle of it.
          editor.getCurrentPageRenderingShapesSorted();
          move(editor, some(), to);
        });
      const area = nearTo(editor);
      const near = mounted(one);
      const missing = ids.filter((id) => {
        const bounds = editor.getShapePageBounds(id);
        return bounds && area.includes(bounds) && !near.has(id);
      });
      expect(missing, `step ${step}`).toEqual([]);
      for (const { id, shape } of editor.getRenderingShapes()) {
        expect(shape).toBe(editor.getShape(id));
      }
      const pointable = editor.getCurrentPageRenderingShapesSorted().map(({ id }) => id);
      expect([...pointable].sort()).toEqual([...near].sort());
    }
  });

  test('is a group too, when what is in it comes into the window', () => {
    const one = withNotes(2);
    const { editor } = one;
    const [first, second] = [createShapeId('note-0'), createShapeId('note-1')];
    for (const [id, x] of [
      [first, 20_000],
      [second, 20_300],
    ] as const) {
      move(editor, id, { x, y: 0 });
    }
    const group = createShapeId('group');
    editor.groupShapes([first, second], { groupId: group });
    expect(mounted(one).has(group)).toBe(false);
    move(editor, first, { x: -20_000, y: 0 });
    expect(mounted(one).has(group)).toBe(true);
  });

  test('is no card when many are seen from far; they are painted, lowest first', () => {
    const one = withNotes(400);
    one.editor.setCamera({ x: 0, y: 0, z: 0.1 }, { immediate: true });
    expect(mounted(one).size).toBe(0);
    const { painted } = nearShapesOf(one.editor);
    expect(painted).toHaveLength(400);
    const indices = painted.map(({ index }) => index);
    expect(indices).toEqual([...indices].sort());
  });

  test('is, from far, what is selected, until that is very much', () => {
    const one = withNotes(400);
    one.editor.setCamera({ x: 0, y: 0, z: 0.1 }, { immediate: true });
    one.editor.select(createShapeId('note-7'));
    expect([...mounted(one)]).toEqual(['shape:note-7']);
    one.editor.selectAll();
    expect(mounted(one).size).toBe(0);
  });

  test('is everything while there are few', () => {
    const one = withNotes(60);
    one.editor.setCamera({ x: 0, y: 0, z: 0.1 }, { immediate: true });
    expect(mounted(one).size).toBe(60);
    expect(nearShapesOf(one.editor).painted).toEqual([]);
  });
});
