import type { SnapshotView, TakeSnapshotInput } from '#board/api/snapshots.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { House } from '../house.ts';
import { storeSnapshot } from './store-snapshot.ts';

/** Keeps the board as it is now, for good. */
export async function takeSnapshot(
  house: House,
  actor: Actor,
  boardId: string,
  { title = '' }: TakeSnapshotInput,
): Promise<SnapshotView> {
  const user = mustBeUser(actor);
  await mustOnBoard(house, actor, boardId, 'snapshot.take');
  const { clock } = house;
  return house.documents.change(asBoardId(boardId), async (board, tx, at) => ({
    result: await storeSnapshot({ tx, clock, user }, board, at, { boardId, why: 'manual', title }),
  }));
}
