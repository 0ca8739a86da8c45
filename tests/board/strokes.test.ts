import { drawShapeProps, highlightShapeProps } from '@tldraw/tlschema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSegments } from '#board/strokes.ts';

const near = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const point = fc.record({ x: near, y: near, z: near }, { requiredKeys: ['x', 'y'] });
const segment = fc.record({
  type: fc.constantFrom('free', 'straight'),
  points: fc.array(point),
});

/** Nearly a segment: what a mistake or an attack would send. */
const oddPoint = fc.oneof(
  fc.dictionary(fc.constantFrom('x', 'y', 'z', 'w'), fc.oneof(near, fc.double(), fc.string())),
  fc.anything(),
);
const oddSegment = fc.oneof(
  fc.record(
    {
      type: fc.oneof(fc.constant('free'), fc.anything()),
      points: fc.oneof(fc.array(oddPoint), fc.anything()),
      more: fc.anything(),
    },
    { requiredKeys: [] },
  ),
  fc.anything(),
);

test('[DOC-9] what pens make needs no closer look', () => {
  fc.assert(
    fc.property(fc.array(segment), (segments) => void expect(areSegments(segments)).toBe(true)),
  );
});

test('[DOC-9] what needs no closer look would stand it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(segment, oddSegment)), (segments) => {
      if (!areSegments(segments)) return;
      for (const { segments: validator } of [drawShapeProps, highlightShapeProps]) {
        expect(() => validator.validate(segments)).not.toThrow();
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a far point', [{ type: 'free', points: [{ x: 1, y: 1e7 }] }]],
  ['no number', [{ type: 'free', points: [{ x: 1, y: Number.NaN }] }]],
  ['another key', [{ type: 'free', points: [{ x: 1, y: 1, w: 1 }] }]],
  ['a fourth key', [{ type: 'free', points: [{ x: 1, y: 1, z: 1, w: 1 }] }]],
  ['another type', [{ type: 'curved', points: [] }]],
  ['more in a segment', [{ type: 'free', points: [], more: 1 }]],
  ['no list', { 0: { type: 'free', points: [] } }],
])('[DOC-9] needs a closer look: %s', (_, segments) => {
  expect(areSegments(segments)).toBe(false);
});
