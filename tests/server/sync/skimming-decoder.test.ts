import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { SkimmingDecoder, TooDeep } from '#server/sync/skimming-decoder.ts';

class ThreeLevels extends SkimmingDecoder {
  protected override readonly maxDepth = 3;
}

/** Anything that Yjs writes as a JSON value. */
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(undefined, null, true, false, 1.5, 0.1, -7, 2 ** 40),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;

function written(value: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeAny(encoder, value as never);
  return encoding.toUint8Array(encoder);
}

/** Where reading ended, or undefined when it could not be read. */
function end(bytes: Uint8Array, read: (decoder: decoding.Decoder) => unknown): number | undefined {
  const decoder = decoding.createDecoder(bytes);
  try {
    read(decoder);
    return decoder.pos;
  } catch {
    return undefined;
  }
}

const skim = (decoder: decoding.Decoder): unknown => new SkimmingDecoder(decoder).readAny();

test('[SYNC-7] passes over exactly what reading would read', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const bytes = written(value);
      expect(end(bytes, skim)).toBe(bytes.length);
    }),
  );
});

test('[SYNC-7] passes over nothing that could not be read', () => {
  fc.assert(
    fc.property(anyValue, fc.nat(), fc.nat(255), fc.nat(), (value, place, byte, cut) => {
      const bytes = written(value).slice();
      bytes[place % bytes.length] = byte;
      const damaged = bytes.slice(0, bytes.length - (cut % 3));
      const skimmed = end(damaged, skim);
      if (skimmed !== undefined) expect(end(damaged, decoding.readAny)).toBe(skimmed);
    }),
    { numRuns: 2_000 },
  );
});

test('[SYNC-7] stops where a value is too deep, however deep it goes', () => {
  const decoder = (value: unknown): ThreeLevels =>
    new ThreeLevels(decoding.createDecoder(written(value)));
  expect(() => decoder([[{ a: 1 }]]).readAny()).not.toThrow();
  expect(() => decoder([[{ a: [] }]]).readAny()).toThrow(TooDeep);
  const bomb = decoding.createDecoder(
    new Uint8Array(1 << 20).fill(117).map((b, i) => (i % 2 ? 1 : b)),
  );
  expect(() => new ThreeLevels(bomb).readAny()).toThrow(TooDeep);
});
