import { expect, test } from 'vitest';
import { assertNever, must } from '#board/assert.ts';

test('must gives back what is there, falsy values too', () => {
  for (const value of [0, '', false, {}]) expect(must(value, 'it')).toBe(value);
});

test.each([null, undefined])('must names what is missing: %s', (value) => {
  expect(() => must(value, 'the board')).toThrow('missing: the board');
});

test('a switch that was not closed says what came', () => {
  expect(() => assertNever('later' as never)).toThrow('unexpected: "later"');
});
