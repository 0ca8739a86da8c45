import type { TLShapeId } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { readAction } from '#board/actions.ts';
import type { ActionCard, NoteCard } from '#board/cards.ts';
import { shapeOn } from '#board/edits.ts';
import { notesToActions } from '#components/canvas/card-making.ts';
import type { World } from '#components/canvas/canvas-world.tsx';
import { registerHouseRules } from '#components/canvas/house-rules.ts';
import { makeNotes } from '#components/canvas/list-to-notes.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import { editing } from './editing-peer.ts';
import type { Editing } from './editing-peer.ts';
import { note, seeded, settle } from './peers.ts';
import { standInForScreen } from './stand-in-screen.ts';

standInForScreen();

const person = { id: 'noor', name: 'Noor', color: '#112233' };
const id = (name: string): TLShapeId => `shape:${name}` as TLShapeId;

function worldOf(who: Editing): World {
  const live = new LiveBoard(who.board);
  return { live, person, writable: true, mayPromise: 'yes', deeds: undefined };
}

function shapesOf<S>(who: Editing, type: string): S[] {
  return who.editor.getCurrentPageShapes().filter((shape) => shape.type === type) as S[];
}

describe('making cards', () => {
  test('[CANVAS-1] a list is one undo step, and its notes do not lie on each other', () => {
    const anna = editing(seeded());
    makeNotes(anna.editor, ['a', 'b', 'c', 'd', 'e'], { x: 500, y: 500 });
    const notes = shapesOf<NoteCard>(anna, 'note-card');
    expect(notes.map(({ props }) => props.text).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set(notes.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
    anna.editor.undo();
    expect(shapesOf(anna, 'note-card')).toEqual([]);
  });

  test('[CANVAS-2] a note becomes a proposal with its words at its place', () => {
    const seed = seeded(note('one', { text: 'fix the\npump', x: 40, y: 50 }));
    const [anna, ben] = [editing(seed), editing(seed)];
    anna.editor.select(id('one'));
    notesToActions(anna.editor, worldOf(anna));
    settle(anna, ben);
    const [card] = shapesOf<ActionCard>(ben, 'action-card');
    expect(card).toMatchObject({ x: 40, y: 50 });
    expect(ben.editor.getShape(id('one'))).toBeUndefined();
    expect(readAction(ben.board, card?.props.actionId ?? '')).toMatchObject({
      title: 'fix the pump',
      rung: 'proposal',
      by: 'noor',
    });
  });

  test('[CANVAS-2] one undo brings the note back, one redo the card with the same action', () => {
    const anna = editing(seeded(note('one', { text: 'fix it' })));
    anna.editor.select(id('one'));
    notesToActions(anna.editor, worldOf(anna));
    const [card] = shapesOf<ActionCard>(anna, 'action-card');
    anna.editor.undo();
    expect(shapesOf(anna, 'action-card')).toEqual([]);
    expect(anna.editor.getShape<NoteCard>(id('one'))?.props.text).toBe('fix it');
    anna.editor.redo();
    expect(shapesOf<ActionCard>(anna, 'action-card')).toEqual([card]);
    expect(anna.editor.getShape(id('one'))).toBeUndefined();
  });

  test('[CANVAS-2] arrows to the note point to the card', () => {
    const anna = editing(seeded(note('one')));
    anna.editor.createShape({ id: id('arrow'), type: 'arrow' });
    const props = {
      terminal: 'end',
      normalizedAnchor: { x: 0, y: 0 },
      isExact: false,
      isPrecise: false,
    };
    anna.editor.createBinding({ type: 'arrow', fromId: id('arrow'), toId: id('one'), props });
    anna.editor.select(id('one'));
    notesToActions(anna.editor, worldOf(anna));
    const [card] = shapesOf<ActionCard>(anna, 'action-card');
    const [binding] = anna.editor.getBindingsFromShape(id('arrow'), 'arrow');
    expect(binding?.toId).toBe(card?.id);
  });

  test('[CANVAS-3] a new card is signed, a copy keeps its author', () => {
    const anna = editing(
      seeded({ ...note('old'), meta: { by: 'ben', byName: 'Ben', at: 'then' } }),
    );
    registerHouseRules(anna.editor, person);
    anna.editor.createShape({ id: id('new'), type: 'note-card' });
    expect(anna.editor.getShape(id('new'))?.meta).toMatchObject({ by: 'noor', byName: 'Noor' });
    anna.editor.duplicateShapes([id('old')]);
    const metas = shapesOf<NoteCard>(anna, 'note-card').map(({ meta }) => meta['by']);
    expect(metas.sort()).toEqual(['ben', 'ben', 'noor']);
  });

  test('[CANVAS-4] a field of the template stays where it is, for people', () => {
    const where = { id: 'shape:plan', type: 'zone', index: 'a1', x: 0, y: 0, locked: true };
    const zone = shapeOn(
      'pdca',
      where,
      { w: 400, h: 300, kind: 'plan', title: '' },
      { template: true },
    );
    const seed = seeded(zone);
    const [anna, ben] = [editing(seed), editing(seed)];
    registerHouseRules(anna.editor, person);
    anna.editor.updateShape({ id: id('plan'), type: 'zone', isLocked: false, x: 99 });
    anna.editor.deleteShape(id('plan'));
    anna.store.remove([id('plan')]);
    expect(anna.editor.getShape(id('plan'))).toMatchObject({ x: 0, isLocked: true });
    // What the server or a newer template does still arrives.
    ben.board.records.get('shape:plan')?.set('p:w', 500);
    settle(anna, ben);
    expect(anna.editor.getShape(id('plan'))?.props).toMatchObject({ w: 500 });
  });
});
