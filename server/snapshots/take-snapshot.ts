import type { SnapshotView, TakeSnapshotInput } from '#board/api/snapshots.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { takeSnapshotBecause } from './take-snapshot-because.ts';

/** Keeps the board as it is now, for good. */
export async function takeSnapshot(
  house: House,
  actor: Actor,
  boardId: string,
  { title = '' }: TakeSnapshotInput,
): Promise<SnapshotView> {
  const by = mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'snapshot.take');
  return takeSnapshotBecause(house, { boardId, why: 'manual', title, by });
}
