import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';

/** The board as plain JSON, as it was. */
export async function readSnapshotDocument(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<Projection> {
  const { document } = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  return projection.parse(document);
}

/** The whole document as it was, a Yjs update (V1), for showing it on a canvas. */
export async function readSnapshotState(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<Uint8Array> {
  const { state } = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  return state;
}
