import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeCheck, decodeChecked, encodeCheck, encodeChecked } from '#board/check-wire.ts';
import { documentDigest } from '#board/document-digest.ts';
import { decodeOwn, Kind } from '#board/wire.ts';

const digest = 'a'.repeat(64);

/** The frame's kind, and a decoder of the rest. */
function open(frame: Uint8Array): [number, decoding.Decoder] {
  const decoder = decoding.createDecoder(frame);
  return [decoding.readVarUint(decoder), decoder];
}

test('[SYNC-77] [WIRE-4] a check and its answer come back as they were sent', () => {
  const held = { vector: Uint8Array.of(1, 5, 9), digest, again: true };
  const [check, question] = open(encodeCheck(held));
  expect([check, decodeCheck(question)]).toEqual([Kind.check, held]);
  const [checked, answer] = open(encodeChecked({ result: 'later' }));
  expect([checked, decodeChecked(answer)]).toEqual([Kind.checked, { result: 'later' }]);
});

test('[WIRE-4] a client of before passes the answer over', () => {
  const [kind, decoder] = open(encodeChecked({ result: 'same' }));
  expect(decodeOwn(kind, decoder)).toBeUndefined();
});

test.each([
  { vector: 'AA==', digest: 'A'.repeat(64), again: false },
  { vector: 'no base64', digest, again: false },
  { vector: 'A'.repeat((1 << 18) + 4), digest, again: false },
  { vector: 'AA==', digest },
])('[WIRE-4] a check that does not fit is an error (%#)', (body) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, JSON.stringify(body));
  expect(() => decodeCheck(decoding.createDecoder(encoding.toUint8Array(encoder)))).toThrow();
});

test('[SYNC-77] the digest is the same for the same document, however it came about', async () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.getMap('votes').set('a', 1);
  two.getMap('votes').set('b', 1);
  one.getMap('votes').set('a', 2);
  const [fromOne, fromTwo] = [one, two].map((doc) => Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(one, fromTwo ?? new Uint8Array());
  Y.applyUpdate(two, fromOne ?? new Uint8Array());
  expect(await documentDigest(one)).toBe(await documentDigest(two));
  expect(await documentDigest(one)).toMatch(/^[0-9a-f]{64}$/);
});

test('[SYNC-77] the digest tells a missed deletion, which no state vector does', async () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('votes').set('a', 1);
  doc.getMap('votes').delete('a');
  const [made = new Uint8Array()] = updates;
  const missed = new Y.Doc();
  Y.applyUpdate(missed, made);
  expect(Y.encodeStateVector(missed)).toEqual(Y.encodeStateVector(doc));
  expect(await documentDigest(missed)).not.toBe(await documentDigest(doc));
  const whole = new Y.Doc();
  Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  expect(await documentDigest(whole)).toBe(await documentDigest(doc));
});
