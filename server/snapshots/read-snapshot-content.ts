import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import type { Actor } from '../auth/actor.ts';
import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';

/** The board as plain JSON, as it was. */
export async function readSnapshotDocument(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<Projection> {
  return readStoredDocument(await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see'));
}

export function readStoredDocument({ document }: Pick<Snapshot, 'document'>): Projection {
  const parsed = projection.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new Refusal('damaged', 'What is kept of this snapshot is no longer a board.');
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
