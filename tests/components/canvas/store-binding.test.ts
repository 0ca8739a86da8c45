import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { must } from '#board/assert.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { fetchTextEngine } from '#components/canvas/rich-text/text-engine.ts';
import {
  change,
  note,
  noteText,
  peer,
  put,
  seeded,
  settle,
  shape,
  sharedRecords,
} from './peers.ts';
import type { Peer } from './peers.ts';

function held(who: Peer, name: string): PlainRecord {
  const id = `shape:${name}`;
  return readFlat(id, must(who.board.records.get(id), id));
}

describe('store binding', () => {
  test('[BIND-1] starts with what the document holds', () => {
    const anna = peer(seeded(note('one', { text: 'hello' })));
    expect(noteText(anna, 'one')).toBe('hello');
  });

  test('[BIND-2] two properties of one note changed by two people are both kept', () => {
    const seed = seeded(note('one'));
    const [anna, ben] = [peer(seed), peer(seed)];
    change(anna, 'one', { x: 50, y: 60 });
    change(ben, 'one', { color: 'blue' });
    settle(anna, ben);
    for (const who of [anna, ben]) {
      expect(shape(who, 'one')).toMatchObject({ x: 50, y: 60, props: { color: 'blue' } });
    }
  });

  test('[BIND-2] a move writes one value and nothing else', () => {
    const anna = peer(seeded(note('one', { text: 'hello' })));
    const keys: string[] = [];
    anna.board.records.observeDeep((events) => {
      for (const event of events) keys.push(...event.changes.keys.keys());
    });
    change(anna, 'one', { x: 5 });
    settle(anna);
    expect(keys).toEqual(['xy']);
  });

  test('[BIND-2] two people typing in one note keep both their words', () => {
    const seed = seeded(note('one', { text: 'the pump leaks' }));
    const [anna, ben] = [peer(seed), peer(seed)];
    change(anna, 'one', { text: 'the old pump leaks' });
    change(ben, 'one', { text: 'the pump leaks oil' });
    settle(anna, ben);
    expect(noteText(anna, 'one')).toBe('the old pump leaks oil');
    expect(noteText(ben, 'one')).toBe('the old pump leaks oil');
  });

  test('[BIND-3] commits are spaced, and a flush does not wait', () => {
    const anna = peer(seeded(note('one')));
    let commits = 0;
    anna.doc.on('update', () => commits++);
    for (let frame = 0; frame < 60; frame++) {
      change(anna, 'one', { x: frame });
      anna.store._flushHistory();
      anna.schedule.pass(1000 / 60);
    }
    expect(commits).toBeGreaterThan(10);
    expect(commits).toBeLessThan(20);
    change(anna, 'one', { x: 99 });
    anna.binding.flush();
    expect(held(anna, 'one')['x']).toBe(99);
  });

  test('[BIND-3] a stroke in the making is sent four times a second, and whole when it ends', () => {
    const anna = peer(seeded());
    let commits = 0;
    anna.doc.on('update', () => commits++);
    const points: { x: number; y: number; z: number }[] = [];
    const stroke = (isComplete: boolean) => ({
      ...note('stroke'),
      type: 'draw',
      props: {
        color: 'black',
        fill: 'none',
        dash: 'draw',
        size: 'm',
        segments: [{ type: 'free', points: [...points] }],
        isComplete,
        isClosed: false,
        isPen: false,
        scale: 1,
      },
    });
    for (let frame = 0; frame < 60; frame++) {
      points.push({ x: frame, y: frame, z: 0.5 });
      put(anna, stroke(false));
      anna.store._flushHistory();
      anna.schedule.pass(1000 / 60);
    }
    expect(commits).toBeGreaterThanOrEqual(3);
    expect(commits).toBeLessThanOrEqual(5);
    put(anna, stroke(true));
    anna.store._flushHistory();
    anna.schedule.pass(100);
    expect(commits).toBeLessThanOrEqual(6);
    expect(held(anna, 'stroke')).toMatchObject({ props: { isComplete: true } });
  });

  test('[BIND-3] a parent is written before its child, whatever the order of making', () => {
    const anna = peer(seeded());
    const order: string[] = [];
    anna.board.records.observe((event) => order.push(...event.keysChanged));
    put(anna, { ...note('child'), parentId: 'shape:parent' });
    put(anna, { ...note('parent'), type: 'group', props: {} });
    anna.binding.flush();
    const structs = anna.doc.store.clients.get(anna.doc.clientID) ?? [];
    const firsts = structs.flatMap((item) => (item instanceof Y.Item && item.parentSub) || []);
    expect(firsts.filter((key) => key.startsWith('shape:'))).toEqual([
      'shape:parent',
      'shape:child',
    ]);
    expect(order.sort()).toEqual(['shape:child', 'shape:parent']);
  });

  test('[BIND-4] a keystroke not yet committed survives a change that comes in', () => {
    const seed = seeded(note('one', { text: 'a' }));
    const [anna, ben] = [peer(seed), peer(seed)];
    change(ben, 'one', { text: 'a from Ben' });
    ben.binding.flush();
    change(anna, 'one', { text: 'Anna: a' });
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(ben.doc), 'network');
    anna.schedule.pass(16);
    expect(noteText(anna, 'one')).toBe('Anna: a from Ben');
  });

  test('[BIND-4] what somebody else deleted stays deleted', () => {
    const seed = seeded(note('one'));
    const [anna, ben] = [peer(seed), peer(seed)];
    ben.store.remove(['shape:one' as never]);
    ben.binding.flush();
    change(anna, 'one', { x: 5 });
    settle(anna, ben);
    expect(shape(anna, 'one')).toBeUndefined();
    expect(shape(ben, 'one')).toBeUndefined();
  });

  test('[BIND-5] an invalid record is kept out while the rest of the board lives on', () => {
    const seed = seeded(note('one'), note('bad'), note('two'));
    const [anna, ben] = [peer(seed), peer(seed)];
    ben.doc.transact(() => {
      ben.board.records.get('shape:bad')?.set('p:color', 'no such colour');
      ben.board.records.get('shape:bad')?.set('xy', 5);
    });
    change(ben, 'two', { x: 7 });
    settle(anna, ben);
    expect(anna.binding.quarantine.has('shape:bad')).toBe(true);
    expect(shape(anna, 'bad')).toMatchObject({ x: 0, props: { color: 'yellow' } });
    expect(shape(anna, 'two')?.x).toBe(7);

    ben.doc.transact(() => {
      ben.board.records.get('shape:bad')?.set('p:color', 'pink');
      ben.board.records.get('shape:bad')?.set('xy', [1, 2]);
    });
    settle(anna, ben);
    expect(anna.binding.quarantine.size).toBe(0);
    expect(shape(anna, 'bad')).toMatchObject({ x: 1, y: 2, props: { color: 'pink' } });
  });

  test('[BIND-5] text that no text editor can hold is kept out', async () => {
    await fetchTextEngine();
    const seed = seeded({
      ...note('words'),
      type: 'text',
      props: {
        color: 'black',
        size: 'm',
        font: 'draw',
        textAlign: 'start',
        w: 100,
        scale: 1,
        autoSize: true,
        richText: { type: 'doc', content: [{ type: 'script' }] },
      },
    });
    const anna = peer(seed);
    expect(shape(anna, 'words')).toBeUndefined();
    expect([...anna.binding.quarantine.keys()]).toEqual(['shape:words']);
  });

  test('[BIND-5] a shape of a kind that is not on boards never leaves this browser', () => {
    const [anna, ben] = [peer(seeded()), peer(seeded())];
    put(anna, { ...note('video'), type: 'embed', props: { w: 1, h: 1, url: 'https://a.example' } });
    settle(anna, ben);
    expect(anna.board.records.has('shape:video')).toBe(false);
    expect(shape(anna, 'video')).toBeUndefined();
  });

  test('[BIND-6] two shapes put into each other end on the page, in the same way for everybody', () => {
    const group = (name: string) => ({ ...note(name), type: 'group', props: {} });
    const seed = seeded(group('a'), group('b'));
    const [anna, ben] = [peer(seed), peer(seed)];
    put(anna, { ...group('a'), parentId: 'shape:b' });
    put(ben, { ...group('b'), parentId: 'shape:a' });
    settle(anna, ben);
    expect(shape(anna, 'a')?.parentId).toBe('page:pdca');
    expect(shape(anna, 'b')?.parentId).toBe('shape:a');
    expect(sharedRecords(anna)).toEqual(sharedRecords(ben));
  });

  test('[BIND-6] a note put into a group that is deleted meanwhile comes to the page', () => {
    const seed = seeded({ ...note('group'), type: 'group', props: {} }, note('one'));
    const [anna, ben] = [peer(seed), peer(seed)];
    put(anna, { ...note('one'), parentId: 'shape:group' });
    ben.store.remove(['shape:group' as never]);
    settle(anna, ben);
    for (const who of [anna, ben]) expect(shape(who, 'one')?.parentId).toBe('page:pdca');
  });

  test('[BIND-6] changes of others set off no side effects, changes made here do', () => {
    const seed = seeded(note('one'));
    const [anna, ben] = [peer(seed), peer(seed)];
    let calls = 0;
    anna.store.sideEffects.registerAfterChangeHandler('shape', () => calls++);
    anna.store.sideEffects.registerAfterCreateHandler('shape', () => calls++);
    anna.store.sideEffects.registerAfterDeleteHandler('shape', () => calls++);
    change(ben, 'one', { x: 5 });
    put(ben, note('two'));
    settle(anna, ben);
    ben.store.remove(['shape:two' as never]);
    settle(anna, ben);
    expect(calls).toBe(0);
    change(anna, 'one', { x: 6 });
    expect(calls).toBe(1);
  });

  test('[BIND-7] who may only look writes nothing, and still sees everything', () => {
    const seed = seeded(note('one'));
    const [anna, viewer] = [peer(seed), peer(seed, { writable: false })];
    let written = 0;
    viewer.doc.on('update', (_update, origin) => (written += origin === 'network' ? 0 : 1));
    change(viewer, 'one', { x: 9 });
    change(anna, 'one', { color: 'pink' });
    settle(anna, viewer);
    expect(written).toBe(0);
    expect(shape(viewer, 'one')?.props).toMatchObject({ color: 'pink' });
  });

  test('[BIND-8] pages and the document are made by the server alone', () => {
    const anna = peer(Y.encodeStateAsUpdate(new Y.Doc()));
    // As an editor does when it finds no page.
    (anna.store as unknown as { ensureStoreIsUsable(): void }).ensureStoreIsUsable();
    expect(anna.store.allRecords().some(({ typeName }) => typeName === 'page')).toBe(true);
    anna.binding.flush();
    expect([...anna.board.records.keys()]).toEqual([]);
  });
});
