import { expect, expectTypeOf, test } from 'vitest';
import { asActionId, asBoardId, asKnowledgeId, asPersonId } from '#board/ids.ts';
import type { ActionId, BoardId } from '#board/ids.ts';

test('an id is its text, and is taken for no other kind of id', () => {
  for (const brand of [asActionId, asBoardId, asKnowledgeId, asPersonId]) {
    expect(brand('x1')).toBe('x1');
  }
  expectTypeOf<BoardId>().toExtend<string>();
  expectTypeOf<BoardId>().not.toExtend<ActionId>();
  expectTypeOf<string>().not.toExtend<BoardId>();
});
