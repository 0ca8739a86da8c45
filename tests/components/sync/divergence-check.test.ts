import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { decodeCheck, encodeChecked } from '#board/check-wire.ts';
import type { HeldDocument } from '#board/check-wire.ts';
import { Kind } from '#board/wire.ts';
import type { Checked } from '#board/wire.ts';
import { DivergenceCheck } from '#components/sync/divergence-check.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;

function setUp() {
  const doc = new Y.Doc();
  const state = { saved: true };
  const frames: Uint8Array[] = [];
  const check = new DivergenceCheck({
    doc,
    isSaved: () => state.saved,
    send: (frame) => void frames.push(frame),
  });
  check.start();
  onTestFinished(() => check.stop());
  /** What was sent since it was last asked. */
  const taken = (): (HeldDocument | 'question')[] => frames.splice(0).map(read);
  const answer = (result: Checked['result']): void => {
    const decoder = decoding.createDecoder(encodeChecked({ result }));
    decoding.readVarUint(decoder);
    check.hear(decoder);
  };
  return { doc, state, check, taken, answer };
}

function read(frame: Uint8Array): HeldDocument | 'question' {
  const decoder = decoding.createDecoder(frame);
  return decoding.readVarUint(decoder) === Kind.check ? decodeCheck(decoder) : 'question';
}

/** Lets time pass, and the digest be worked out, which no clock tells: digests asked for later are there. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 20; turn++) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(64));
    await new Promise((next) => setImmediate(next));
  }
}

describe('a check', () => {
  test('[SYNC-77] is sent after a minute, and not again while nothing changed', async () => {
    const { doc, taken, answer } = setUp();
    doc.getMap('votes').set('a', 1);
    await pass(MINUTE - 1);
    expect(taken()).toEqual([]);
    await pass(MINUTE / 4 + 2);
    expect(taken()).toMatchObject([{ vector: Y.encodeStateVector(doc), again: false }]);
    answer('same');
    await pass(10 * MINUTE);
    expect(taken()).toEqual([]);
    doc.getMap('votes').set('b', 1);
    await pass(2 * MINUTE);
    expect(taken().length).toBeGreaterThan(0);
  });

  test('[SYNC-77] is sent once a minute at most, whatever the answer', async () => {
    const { taken, answer } = setUp();
    for (let minute = 0; minute < 20; minute++) {
      await pass(MINUTE);
      if (taken().length > 0) answer('later');
    }
    const { taken: sent } = setUp();
    await pass(10 * MINUTE);
    const { length } = sent();
    expect(length).toBeGreaterThan(5);
    expect(length).toBeLessThanOrEqual(10);
  });

  test('[SYNC-77] is not sent while something is unsaved, or was changed within 5 s', async () => {
    const { doc, state, taken } = setUp();
    state.saved = false;
    await pass(5 * MINUTE);
    expect(taken()).toEqual([]);
    state.saved = true;
    for (let at = 0; at < 100; at++) {
      doc.getMap('votes').set('a', at);
      await pass(4_000);
    }
    expect(taken()).toEqual([]);
  });

  test('[SYNC-77] is none once it was stopped', async () => {
    const { check, taken } = setUp();
    check.stop();
    await pass(5 * MINUTE);
    expect(taken()).toEqual([]);
  });
});

describe('a document that differs', () => {
  test('[SYNC-78] is asked for anew and compared once more, which says that it is the second time', async () => {
    const { taken, answer } = setUp();
    await pass(2 * MINUTE);
    taken();
    answer('differs');
    expect(taken()).toEqual(['question']);
    await pass(8_000);
    expect(taken()).toMatchObject([{ again: true }]);
    answer('differs');
    await pass(30_000);
    expect(taken()).toEqual([]);
  });

  test('[SYNC-78] says nothing when something changed while the answer was on its way', async () => {
    const { doc, taken, answer } = setUp();
    await pass(2 * MINUTE);
    taken();
    doc.getMap('votes').set('a', 1);
    answer('differs');
    expect(taken()).toEqual([]);
  });

  test('[SYNC-78] is compared again also when what was missing came', async () => {
    const { doc, taken, answer } = setUp();
    await pass(2 * MINUTE);
    taken();
    answer('differs');
    doc.getMap('votes').set('came', 1);
    taken();
    await pass(8_000);
    expect(taken()).toMatchObject([{ again: true, vector: Y.encodeStateVector(doc) }]);
    answer('same');
    await pass(5 * MINUTE);
    expect(taken()).toEqual([]);
  });
});
