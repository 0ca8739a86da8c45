import { diffBoards } from '#board/diff.ts';
import type { MeaningDiff } from '#board/diff.ts';
import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import type { Actor } from '../auth/actor.ts';
import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';

/** What changed in meaning since `from`, or since the snapshot before; everything is new in the first. */
export async function diffSnapshots(
  house: House,
  actor: Actor,
  { to, from }: { to: string; from?: string | undefined },
): Promise<MeaningDiff> {
  const after = await mustOnSnapshot(house, actor, to, 'snapshot.see');
  const before =
    from === undefined
      ? await snapshotBefore(house, after)
      : await mustOnSnapshot(house, actor, from, 'snapshot.see');
  if (before && before.boardId !== after.boardId) {
    throw new Refusal('invalid', 'Two snapshots of one board can be compared.', [
      { field: 'from', code: 'other-board', message: 'is a snapshot of another board' },
    ]);
  }
  const now = projection.parse(after.document);
  return diffBoards(before ? projection.parse(before.document) : emptyLike(now), now);
}

function snapshotBefore({ db }: House, { boardId, number }: Snapshot): Promise<Snapshot | null> {
  return db.snapshot.findFirst({
    where: { boardId, number: { lt: number } },
    orderBy: { number: 'desc' },
  });
}

function emptyLike({ format, boardId, title, canvases }: Projection): Projection {
  const nothing = { notes: [], actions: [], knowledge: [], measures: [], texts: [], links: [] };
  return { format, boardId, title, canvases, ...nothing };
}
