import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';

/** Moves a board to the bin, from where it can be restored for 30 days; everybody on it leaves. */
export async function binBoard(house: House, actor: Actor, boardId: string): Promise<void> {
  await mustOnBoard(house, actor, boardId, 'board.bin');
  await house.db.$transaction(async (tx) => {
    await tx.board.update({ where: { id: boardId }, data: { binnedAt: house.clock() } });
    await recordDeed(tx, actor, 'board.bin', boardId);
  });
  await house.documents.recheck({ boardId: asBoardId(boardId) });
}
