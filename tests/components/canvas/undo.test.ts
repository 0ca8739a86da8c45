import { describe, expect, test } from 'vitest';
import { change, mark, note, noteText, peer, put, seeded, settle, shape } from './peers.ts';
import type { Peer } from './peers.ts';

function two(...records: Parameters<typeof seeded>): [Peer, Peer] {
  const seed = seeded(...records);
  return [peer(seed), peer(seed)];
}

function remove(who: Peer, name: string): void {
  who.store.remove([`shape:${name}` as never]);
}

describe('undo touches only mine', () => {
  test('[UNDO-1] a colour that somebody else gave survives my undo and my redo', () => {
    const [anna, ben] = two(note('one'));
    mark(anna);
    change(anna, 'one', { x: 50 });
    settle(anna, ben);
    change(ben, 'one', { color: 'pink' });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(ben, 'one')).toMatchObject({ x: 0, props: { color: 'pink' } });
    anna.history.redo();
    settle(anna, ben);
    expect(shape(ben, 'one')).toMatchObject({ x: 50, props: { color: 'pink' } });
  });

  test('[UNDO-1] what somebody else moved since stays where they put it', () => {
    const [anna, ben] = two(note('one'));
    mark(anna);
    change(anna, 'one', { x: 50 });
    settle(anna, ben);
    change(ben, 'one', { x: 50, y: 300 });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(anna, 'one')).toMatchObject({ x: 50, y: 300 });
  });

  test('[UNDO-2] undoing a change does not bring back what somebody else deleted', () => {
    const [anna, ben] = two(note('one'));
    mark(anna);
    change(anna, 'one', { color: 'blue' });
    settle(anna, ben);
    remove(ben, 'one');
    settle(anna, ben);
    anna.history.undo();
    anna.history.redo();
    settle(anna, ben);
    expect(shape(anna, 'one')).toBeUndefined();
    expect(shape(ben, 'one')).toBeUndefined();
  });

  test('[UNDO-2] redoing a creation does not bring back what somebody else deleted', () => {
    const [anna, ben] = two();
    mark(anna);
    put(anna, note('new'));
    settle(anna, ben);
    remove(ben, 'new');
    settle(anna, ben);
    anna.history.undo();
    anna.history.redo();
    settle(anna, ben);
    expect(shape(ben, 'new')).toBeUndefined();
  });

  test('[UNDO-2] what I deleted myself comes back', () => {
    const [anna, ben] = two(note('one', { text: 'keep me' }));
    mark(anna);
    remove(anna, 'one');
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(noteText(ben, 'one')).toBe('keep me');
  });

  test('[UNDO-3] my words go and the words of others stay, within one note', () => {
    const [anna, ben] = two(note('one', { text: 'pump' }));
    mark(anna);
    change(anna, 'one', { text: 'old pump' });
    settle(anna, ben);
    change(ben, 'one', { text: 'old pump leaks' });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(noteText(ben, 'one')).toBe('pump leaks');
    anna.history.redo();
    settle(anna, ben);
    expect(noteText(ben, 'one')).toBe('old pump leaks');
  });

  test('[UNDO-3] words that two people write by turns come apart again', () => {
    const [anna, ben] = two(note('one', { text: 'pump' }));
    mark(anna);
    for (const letter of 'old ') {
      const text = noteText(anna, 'one') ?? '';
      change(anna, 'one', { text: text.replace('pump', `${letter}pump`) });
      settle(anna, ben);
      change(ben, 'one', { text: `${noteText(ben, 'one')}!` });
      settle(anna, ben);
    }
    expect(noteText(anna, 'one')).toBe('old pump!!!!');
    for (let step = 0; step < 4; step++) anna.history.undo();
    settle(anna, ben);
    expect(noteText(ben, 'one')).toBe('pump!!!!');
  });

  test('[UNDO-4] undoing the making of a note keeps it when others have written in it', () => {
    const [anna, ben] = two();
    mark(anna);
    put(anna, note('new', { text: 'mine' }));
    settle(anna, ben);
    change(ben, 'new', { text: 'mine, and yours' });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(noteText(ben, 'new')).toBe(', and yours');
    expect(noteText(anna, 'new')).toBe(', and yours');
  });

  test('[UNDO-4] undoing the making of a note that others only moved takes it away', () => {
    const [anna, ben] = two();
    mark(anna);
    put(anna, note('new', { text: 'mine' }));
    settle(anna, ben);
    change(ben, 'new', { x: 400 });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(ben, 'new')).toBeUndefined();
  });

  test('[UNDO-4] undoing a group keeps it when others have put a note in it', () => {
    const [anna, ben] = two(note('one'));
    mark(anna);
    put(anna, { ...note('group'), type: 'group', props: {} });
    settle(anna, ben);
    put(ben, { ...note('one'), parentId: 'shape:group' });
    settle(anna, ben);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(ben, 'one')?.parentId).toBe('shape:group');
  });

  test('[UNDO-5] changes of others never enter my history', () => {
    const [anna, ben] = two(note('one'));
    change(ben, 'one', { x: 9 });
    settle(anna, ben);
    expect(anna.history.getNumUndos()).toBe(0);
    anna.history.undo();
    settle(anna, ben);
    expect(shape(anna, 'one')?.x).toBe(9);
  });
});
