import type { TLArrowBinding, TLShapeId } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { editing } from './editing-peer.ts';
import type { Editing } from './editing-peer.ts';
import { seeded, settle, sharedRecords } from './peers.ts';
import { standInForScreen } from './stand-in-screen.ts';

const id = (name: string): TLShapeId => `shape:${name}` as TLShapeId;

function bind(who: Editing, to: string): void {
  const { editor } = who;
  const old = editor.getBindingsFromShape<TLArrowBinding>(id('arrow'), 'arrow');
  editor.deleteBindings(old.filter(({ props }) => props.terminal === 'end'));
  editor.createBinding<TLArrowBinding>({
    type: 'arrow',
    fromId: id('arrow'),
    toId: id(to),
    props: {
      terminal: 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  });
}

standInForScreen();

/** A press, a move or a release at a place on the page, as tldraw hears it. */
function pointer(
  who: Editing,
  name: 'pointer_down' | 'pointer_move' | 'pointer_up',
  x: number,
  y: number,
): void {
  const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false };
  const at = { point: { x, y, z: 0.5 }, pointerId: 1, button: 0, isPen: false };
  const target = { target: 'selection' as const, handle: 'bottom_right' as const };
  who.editor.dispatch({ type: 'pointer', name, ...at, ...keys, ...target });
  who.editor.emit('tick', 16);
}

describe('two editors on one board', () => {
  test('[BIND-10] a shape deleted by somebody else while it is being resized ends the gesture', () => {
    const seed = seeded();
    const [anna, ben] = [editing(seed), editing(seed)];
    anna.editor.createShape({ id: id('a'), type: 'geo', x: 0, y: 0 });
    settle(anna, ben);
    anna.editor.select(id('a'));
    pointer(anna, 'pointer_down', 100, 100);
    pointer(anna, 'pointer_move', 140, 140);
    expect(anna.editor.isIn('select.resizing')).toBe(true);
    ben.editor.deleteShape(id('a'));
    settle(anna, ben);
    pointer(anna, 'pointer_move', 180, 180);
    pointer(anna, 'pointer_up', 180, 180);
    expect(anna.editor.isIn('select.idle')).toBe(true);
    expect(anna.editor.getShape(id('a'))).toBeUndefined();
    settle(anna, ben);
    expect(sharedRecords(ben)).toEqual(sharedRecords(anna));
  });

  test('[BIND-10] a shape deleted by somebody else while it is written in is left', () => {
    const seed = seeded();
    const [anna, ben] = [editing(seed), editing(seed)];
    anna.editor.createShape({ id: id('a'), type: 'geo', x: 0, y: 0 });
    settle(anna, ben);
    anna.editor.select(id('a'));
    anna.editor.setEditingShape(id('a'));
    anna.editor.setCurrentTool('select.editing_shape', { target: 'shape' });
    ben.editor.deleteShape(id('a'));
    settle(anna, ben);
    expect(anna.editor.getEditingShapeId()).toBeNull();
    expect(anna.editor.getSelectedShapeIds()).toEqual([]);
  });

  test('[BIND-6] two people who bind one arrow anew come to rest, with one binding left', () => {
    const seed = seeded();
    const [anna, ben] = [editing(seed), editing(seed)];
    // The arrow lies lowest, so that binding it makes each editor lift it above what it binds.
    anna.editor.createShape({ id: id('arrow'), type: 'arrow', x: 0, y: 300 });
    for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
      anna.editor.createShape({ id: id(name), type: 'geo', x: at * 300, y: at * 40 });
    }
    settle(anna, ben);
    for (let turn = 0; turn < 5; turn++) {
      bind(anna, turn % 2 === 0 ? 'c' : 'a');
      bind(ben, turn % 2 === 0 ? 'd' : 'b');
      expect(settle(anna, ben)).toBeLessThan(6);
      expect(sharedRecords(ben)).toEqual(sharedRecords(anna));
      const bindings = anna.editor.getBindingsFromShape(id('arrow'), 'arrow');
      expect(bindings).toHaveLength(1);
    }
  });
});
