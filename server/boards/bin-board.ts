import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { endSharesWith } from '../shares/end-shares-with.ts';
import { takeSnapshotBecause } from '../snapshots/take-snapshot-because.ts';

/**
 * Moves a board to the bin, from where it can be restored for 30 days; everybody on it leaves. How it
 * was is kept as a snapshot. [SNAP-5]
 */
export async function binBoard(house: House, actor: Actor, boardId: string): Promise<void> {
  await mustOnBoard(house, actor, boardId, 'board.bin');
  await keepAsItWas(house, mustBeUser(actor), boardId);
  await house.db.$transaction(async (tx) => {
    await tx.board.update({ where: { id: boardId }, data: { binnedAt: house.clock() } });
    await endSharesWith(tx, { snapshot: { boardId } }, house.clock());
    await recordDeed(tx, actor, 'board.bin', boardId);
  });
  await house.documents.recheck({ boardId: asBoardId(boardId) });
}

/** A board of which no snapshot can be taken may go to the bin all the same, where nothing of it is lost. */
async function keepAsItWas(house: House, by: UserActor, boardId: string): Promise<void> {
  try {
    await takeSnapshotBecause(house, { boardId, why: 'before-delete', title: '', by });
  } catch (error) {
    house.log.error({ err: error, boardId }, 'a board went to the bin without a snapshot');
  }
}
