import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { readFlat } from '#board/flat-record.ts';
import { checkRecord } from '#board/records.ts';
import { print } from '#tests/support/print.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { cursorState } from './cursor-state.ts';
import { Drawing } from './drawing.ts';
import { FrameReader } from './frame-reader.ts';
import { Latencies } from './latencies.ts';
import { MarkReader } from './mark-reader.ts';
import { elapsed, findPlaces, findTexts, microseconds } from './marks.ts';
import { seededDoc, seedOf } from './seed.ts';

const SEED = 11;

describe('the load of the benchmark', () => {
  test('fills boards with records that may be on a board, some 300 bytes each', () => {
    const doc = seededDoc(200);
    const drawing = new Drawing(200);
    Y.applyUpdate(doc, drawing.drag(7));
    Y.applyUpdate(doc, drawing.stroke(7));
    const { records } = boardDocument(doc);
    const verdicts = [...records].map(([id, map]) => checkRecord(readFlat(id, map)));
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
    expect(records.size).toBe(202);
    expect(seedOf(200).bytes / 200).toBeGreaterThan(200);
    expect(seedOf(200).bytes / 200).toBeLessThan(350);
  });

  test('makes updates that build on nothing but the seed, and finds who made them', () => {
    const drawing = new Drawing(200);
    const before = microseconds();
    const updates = [1, 40, 200, 1].map((writer) => drawing.drag(writer));
    for (const bytes of [Y.mergeUpdates(updates), Buffer.concat(updates)]) {
      const found: number[] = [];
      findPlaces(Buffer.from(bytes), (writer, at) => {
        found.push(writer);
        expect(elapsed(before, at)).toBeLessThan(5_000);
      });
      expect(found.sort((a, b) => a - b)).toEqual([1, 1, 40, 200]);
    }
    for (const update of updates.slice(0, 3)) {
      const doc = seededDoc(200);
      Y.applyUpdate(doc, update);
      expect(doc.store.pendingStructs).toBeNull();
    }
  });

  test('finds the cursors in a frame of many', () => {
    const states = [3, 50].map((writer) => cursorState(writer, 4_000_000_000 + writer));
    const found: [number, number][] = [];
    findTexts(Buffer.from(states.join('…')), (...mark) => found.push(mark));
    expect(found).toEqual([
      [3, 4_000_000_003],
      [50, 4_000_000_050],
    ]);
  });

  test('finds the same in a message that it knows, and reads no other for it', () => {
    const reader = new MarkReader();
    const messages = Array.from({ length: 40 }, (_, i) => Buffer.from(cursorState(i + 1, 70 + i)));
    const writers = (): number[] =>
      messages.flatMap((message) => reader.marksIn(message)).map(({ writer }) => writer);
    expect(writers()).toEqual(messages.map((_, i) => i + 1));
    expect(writers()).toEqual(messages.map((_, i) => i + 1));
    const message = messages[0] ?? Buffer.alloc(0);
    expect(reader.marksIn(message)).toBe(reader.marksIn(message));
  });

  test('reads frames however they were cut', () => {
    print(`seed ${SEED}`);
    const random = seededRandom(SEED);
    const lengths = [0, 1, 125, 126, 300, 65_535, 65_536, 200_000, 7];
    const stream = Buffer.concat(lengths.map(frameOf));
    for (let round = 0; round < 50; round++) {
      const heard: number[] = [];
      const reader = new FrameReader((_opcode, payload) => heard.push(payload.length));
      for (let at = 0; at < stream.length;) {
        const size = 1 + Math.floor(random() ** 4 * 100_000);
        reader.push(stream.subarray(at, at + size));
        at += size;
      }
      expect(heard).toEqual(lengths);
    }
  });

  test('counts how many were late', () => {
    const latencies = new Latencies();
    for (let i = 100_000; i > 0; i--) latencies.add(i);
    expect(latencies.at(0.5, 0.99, 1)).toEqual([50_000, 99_000, 100_000]);
  });
});

function frameOf(length: number): Buffer {
  const frame = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  frame[0] = 0x82;
  frame[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (frame.length === 4) frame.writeUInt16BE(length, 2);
  if (frame.length === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([frame, Buffer.alloc(length, 1)]);
}
