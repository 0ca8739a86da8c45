import { diffBoards } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import type { Projection } from '#board/projection.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { readStoredDocument } from './read-snapshot-content.ts';
import { keptBefore } from './snapshot-before.ts';

/**
 * What changed in meaning since `from`, or since the newest snapshot before it of which the contents
 * are kept; everything is new in the first.
 */
export async function diffSnapshots(
  house: House,
  actor: Actor,
  { to, from }: { to: string; from?: string | undefined },
): Promise<MeaningDiff> {
  const after = await mustOnSnapshot(house, actor, to, 'snapshot.see');
  const before =
    from === undefined
      ? await keptBefore(house, after)
      : await mustOnSnapshot(house, actor, from, 'snapshot.see');
  if (before && before.boardId !== after.boardId) {
    throw new Refusal('invalid', 'Two snapshots of one board can be compared.', [
      { field: 'from', code: 'other-board', message: 'is a snapshot of another board' },
    ]);
  }
  const now = await readStoredDocument(house, after);
  return diffBoards(before ? await readStoredDocument(house, before) : emptyLike(now), now);
}

function emptyLike({ format, boardId, title, canvases }: Projection): Projection {
  const nothing = {
    notes: [],
    actions: [],
    knowledge: [],
    measures: [],
    cycles: [],
    texts: [],
    links: [],
  };
  return { format, boardId, title, canvases, ...nothing };
}
