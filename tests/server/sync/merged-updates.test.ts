import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeFrame } from '#server/sync/frames.ts';
import { MergedUpdates } from '#server/sync/merged-updates.ts';
import { StoredDocument } from '#server/sync/stored-document.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

/** A document that is typed in, and its updates as they come. */
function typedIn(steps: number, random: () => number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('t');
  for (let step = 0; step < steps; step++) {
    const at = Math.floor(random() * (text.length + 1));
    if (random() < 0.2 && text.length > 10) text.delete(at === text.length ? at - 1 : at, 1);
    else text.insert(at, 'word'.repeat(1 + Math.floor(random() * 8)));
  }
  return { doc, updates };
}

test('[SYNC-79] a newcomer gets everything in few frames, whenever somebody asks', () => {
  const random = seededRandom(79);
  const { doc, updates } = typedIn(1_000, random);
  const merged = new MergedUpdates(updates.slice(0, 100));
  for (const update of updates.slice(100)) {
    merged.add(update);
    if (random() < 0.3) expect(merged.frames.length).toBeLessThanOrEqual(16);
  }
  const copy = new Y.Doc();
  for (const frame of merged.frames) {
    const decoded = decodeFrame(frame);
    if (decoded.is === 'update') Y.applyUpdate(copy, decoded.update);
  }
  expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  expect(copy.store.pendingStructs).toBeNull();
});

test('[SYNC-79] one more update is not merged with all the others', () => {
  const { updates } = typedIn(1_000, seededRandom(80));
  const merged = new MergedUpdates(updates.slice(0, -1));
  const [large] = merged.updates;
  merged.add(updates.at(-1) ?? Uint8Array.of(0, 0));
  expect(merged.updates[0]).toBe(large);
  expect(merged.updates).toHaveLength(2);
});

test('[SYNC-79] nothing is nothing', () => {
  expect(new MergedUpdates().frames).toEqual([]);
});

test('[SYNC-79] what was merged for newcomers is let go when none has come for a while', () => {
  const { doc, updates } = typedIn(200, seededRandom(81));
  const [first = Uint8Array.of(0, 0), ...rest] = updates;
  const state = { seq: 1, bytes: first };
  const document = new StoredDocument({ epoch: 1, state, rows: [], owners: new Map() });
  const merged = new MergedUpdates([first]);
  expect(merged.isWaste, 'nothing was merged yet').toBe(false);
  expect(merged.updates).toHaveLength(1);
  for (const [at, bytes] of rest.entries()) {
    merged.add(bytes);
    document.add({ seq: at + 2, bytes });
    // Newcomers at the beginning alone.
    if (at < 5) document.answer(Y.encodeStateVector(new Y.Doc()));
    expect(merged.isWaste).toBe(at >= 64);
  }
  const copy = new Y.Doc();
  for (const frame of document.answer(Y.encodeStateVector(copy)).frames) {
    const decoded = decodeFrame(frame);
    if (decoded.is === 'update') Y.applyUpdate(copy, decoded.update);
  }
  expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  expect(merged.updates.length).toBeGreaterThan(0);
  expect(merged.isWaste).toBe(false);
});
