import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { UnsavedChanges } from '#components/sync/unsaved-changes.ts';
import { owner, SlowOutbox } from './device.ts';

function setUp() {
  const outbox = new SlowOutbox();
  const changed = vi.fn();
  const unsaved = new UnsavedChanges({ now: () => 7, changed });
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => unsaved.add(update));
  const change = (key: string): unknown => doc.getMap('votes').set(key, 1);
  const ready = (): void => {
    unsaved.writeTo(outbox);
    unsaved.belongTo(owner('anna'), 1);
  };
  return { outbox, changed, unsaved, change, ready };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('[SYNC-41] a change', () => {
  test('is sent only once it is written', async () => {
    const { unsaved, outbox, change, ready } = setUp();
    ready();
    change('a');
    expect(unsaved.toSend(1000)).toEqual([]);
    expect(unsaved.atRisk).toBe(true);
    outbox.letThrough();
    await settled();
    expect(unsaved.toSend(1000)).toHaveLength(1);
    expect(unsaved.atRisk).toBe(false);
    expect(unsaved.holding).toEqual({ changes: 1, kept: true, none: false });
  });

  test('is given to the device at once, up to 64; what is made meanwhile goes with the next', async () => {
    const { unsaved, outbox, change, ready } = setUp();
    ready();
    const keys = Array.from({ length: 66 }, (_, index) => `key ${index}`);
    for (const key of keys) change(key);
    expect(outbox.waiting).toBe(64);
    expect(unsaved.holding).toEqual({ changes: 0, kept: true, none: false });
    outbox.letThrough();
    await settled();
    const changes = outbox.written.map((entry) => entry.changes);
    expect(changes).toEqual([...Array.from({ length: 64 }, () => 1), 2]);
    outbox.letThrough();
    await settled();
    const doc = new Y.Doc();
    for (const { bytes } of unsaved.toSend(10_000)) Y.applyUpdate(doc, bytes);
    expect(Object.keys(doc.getMap('votes').toJSON())).toEqual(keys);
  });

  test('waits for no other while the page may be about to go', () => {
    const { unsaved, outbox, change, ready } = setUp();
    ready();
    unsaved.hurried = true;
    for (let index = 0; index < 20; index += 1) change(`key ${index}`);
    expect(outbox.waiting).toBe(20);
  });

  test('waits for nobody before it is known whose it is', async () => {
    const { unsaved, outbox, change } = setUp();
    unsaved.writeTo(outbox);
    change('a');
    expect(outbox.waiting).toBe(0);
    expect(unsaved.holding).toEqual({ changes: 1, kept: false, none: false });
    unsaved.belongTo(owner('anna'), 4);
    expect(outbox.written).toMatchObject([{ epoch: 4, changes: 1, at: 7 }]);
    outbox.letThrough();
    await settled();
    expect(unsaved.holding).toEqual({ changes: 1, kept: true, none: false });
  });

  test('goes when its message is saved, on this connection and no other', async () => {
    const { unsaved, outbox, change, ready } = setUp();
    ready();
    change('a');
    outbox.letThrough();
    await settled();
    unsaved.carried(unsaved.toSend(1000), 3);
    unsaved.confirm(2);
    expect(unsaved.holding.none).toBe(false);
    unsaved.restart();
    unsaved.confirm(9);
    expect(unsaved.holding.none).toBe(false);
    unsaved.carried(unsaved.toSend(1000), 1);
    unsaved.confirm(1);
    expect(unsaved.holding).toEqual({ changes: 0, kept: true, none: true });
  });
});

describe('[SYNC-43] a device that keeps nothing', () => {
  test('does not hold up what is made, and is told of', async () => {
    const { unsaved, outbox, change, ready, changed } = setUp();
    ready();
    change('a');
    outbox.fail();
    await settled();
    change('b');
    expect(unsaved.toSend(1000)).toHaveLength(2);
    expect(unsaved.holding).toEqual({ changes: 2, kept: false, none: false });
    expect(unsaved.atRisk).toBe(true);
    expect(changed).toHaveBeenCalled();
  });

  test('also one that never answers', async () => {
    vi.useFakeTimers();
    const { unsaved, change, ready } = setUp();
    ready();
    change('a');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(unsaved.toSend(1000)).toHaveLength(1);
    expect(unsaved.holding.kept).toBe(false);
    vi.useRealTimers();
  });

  test('may not be there at all', () => {
    const { unsaved, change } = setUp();
    change('a');
    unsaved.writeTo(undefined);
    expect(unsaved.toSend(1000)).toHaveLength(1);
    expect(unsaved.holding).toEqual({ changes: 1, kept: false, none: false });
  });
});
