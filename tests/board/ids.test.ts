import { expect, expectTypeOf, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';

test('a board’s id is its text, and no other text is taken for one', () => {
  expect(asBoardId('x1')).toBe('x1');
  expectTypeOf<BoardId>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<BoardId>();
});
