import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { boardDocument, clientRoots, serverRoots } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { rebuilt } from '#board/rebuilt.ts';
import { Draft } from './draft.ts';
import type { HeavyWork } from './heavy-work.ts';
import { attempt } from './trial.ts';
import type { Attempt, Outcome } from './trial.ts';

/** The jobs of `HeavyWork`, done on the spot. */
export const heavyJobs = {
  diff: (state: Uint8Array, vector: Uint8Array): Uint8Array => Y.diffUpdate(state, vector),

  attempt: (updates: readonly Uint8Array[], trial: Attempt, clientId: number): Outcome =>
    attempt(new Draft(updates, clientId), trial),

  fold(updates: readonly Uint8Array[]): { state: Uint8Array; deletions: Uint8Array } {
    const doc = replay(updates);
    const state = Y.encodeStateAsUpdate(doc);
    const again = replay([state]);
    if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))) {
      throw new Error('the folded state is not what the rows say');
    }
    return { state, deletions: Y.diffUpdate(state, Y.encodeStateVector(doc)) };
  },

  rebuild(updates: readonly Uint8Array[], epoch: number, clientId: number): Uint8Array {
    const old = boardDocument(replay(updates));
    const bytes = Y.encodeStateAsUpdate(rebuilt(old, epoch, clientId).doc);
    const again = boardDocument(replay([bytes]));
    old.meta.set('epoch', epoch);
    if (!equalityDeep(contentOf(old), contentOf(again))) {
      throw new Error('the rebuilt document says something else');
    }
    return bytes;
  },
};

/** What a document says, with rich text as the markup that it stands for. */
function contentOf(board: BoardDocument): unknown[] {
  return [...serverRoots, ...clientRoots].map((root) => board[root].toJSON());
}

/** For a process that serves nobody else meanwhile. */
export const onTheSpot: HeavyWork = {
  diff: (...args) => Promise.resolve().then(() => heavyJobs.diff(...args)),
  rebuild: (...args) => Promise.resolve().then(() => heavyJobs.rebuild(...args)),
  fold: (...args) => Promise.resolve().then(() => heavyJobs.fold(...args)),
  attempt: (...args) => Promise.resolve().then(() => heavyJobs.attempt(...args)),
};

function replay(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  for (const update of updates) Y.applyUpdate(doc, update);
  const { pendingStructs, pendingDs } = doc.store;
  if (pendingStructs ?? pendingDs) throw new Error('the rows have gaps');
  return doc;
}
