import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Draft } from '#server/sync/draft.ts';

test('made again from what the server wrote, it goes on under the same Yjs client id', () => {
  const rows: Uint8Array[] = [];
  for (let i = 0; i < 3; i++) {
    const draft = new Draft(rows, 7);
    const row = draft.change(({ facts }) => void facts.set('step', i));
    if (row) rows.push(row);
  }
  const stored = new Draft(rows, 8).doc;
  expect([...Y.decodeStateVector(Y.encodeStateVector(stored)).keys()]).toEqual([7]);
});
