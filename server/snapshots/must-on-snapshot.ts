import type { Deed } from '#board/access.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';

/** The snapshot, if the actor may do the deed on its board. */
export async function mustOnSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
  deed: Deed,
): Promise<Snapshot> {
  mustBeUser(actor);
  const snapshot = await house.db.snapshot.findUnique({ where: { id: snapshotId } });
  if (!snapshot)
    throw new Refusal('not-found', 'There is no such snapshot, or none that you may see.');
  await mustOnBoard(house, actor, snapshot.boardId, deed);
  return snapshot;
}
