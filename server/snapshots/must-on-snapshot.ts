import type { Deed } from '#board/access.ts';
import { mustOnBoard, nothingHere } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';

/** The snapshot, if the actor may do the deed on its board. */
export async function mustOnSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
  deed: Deed,
): Promise<Snapshot> {
  mustBeUser(actor);
  const snapshot = await house.db.snapshot.findUnique({ where: { id: snapshotId } });
  if (!snapshot) throw nothingHere();
  await mustOnBoard(house, actor, snapshot.boardId, deed);
  return snapshot;
}
