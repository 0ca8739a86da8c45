import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { missingEvidence, reached } from '#board/effect-gate.ts';

const fields = (...given: Parameters<typeof missingEvidence>): string[] =>
  missingEvidence(...given).map(({ field }) => field);

describe('[ACT-5] [ACT-25] what a check needs', () => {
  const measured = { measure: 'm1', expected: 5 };
  const observed = { observation: 'stil' };

  test('the reading, for what is seen by a measure', () => {
    expect(fields(measured, {})).toEqual(['reading']);
    expect(fields(measured, { observation: 'minder' })).toEqual(['reading']);
    expect(fields(measured, { reading: 0 })).toEqual([]);
  });

  test('what was seen, for what is seen by an observation', () => {
    expect(fields(observed, {})).toEqual(['observation']);
    expect(fields(observed, { reading: 3 })).toEqual(['observation']);
    expect(fields(observed, { observation: 'ja' })).toEqual([]);
  });
});

describe('[ACT-23] whether a reading came up to what was expected', () => {
  it.each([
    ['down', 5, 7, false],
    ['down', 5, 5, true],
    ['down', 5, 4.9, true],
    ['up', 5, 7, true],
    ['up', 5, 5, true],
    ['up', 5, 4.9, false],
    ['down', 0, -1, true],
    ['up', 0, -1, false],
  ] as const)('%s is better, %d expected, %d read: %s', (direction, expected, reading, is) => {
    expect(reached(direction, expected, reading)).toBe(is);
  });

  test('any two values: only the expected one itself is reached both ways', () => {
    const value = fc.double({ noNaN: true });
    fc.assert(
      fc.property(value, value, (expected, reading) => {
        const both = reached('up', expected, reading) && reached('down', expected, reading);
        const either = reached('up', expected, reading) || reached('down', expected, reading);
        expect(both).toBe(expected === reading);
        expect(either).toBe(true);
      }),
    );
  });
});
