import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import type { Actor } from '../auth/actor.ts';
import type { Snapshot } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { Refusal } from '../refusal.ts';
import { readChain } from './content-rows.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';

/** The board as plain JSON, as it was. */
export async function readSnapshotDocument(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<Projection> {
  return readStoredDocument(house, await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see'));
}

/** The whole document as it was, a Yjs update (V1), for showing it on a canvas. */
export async function readSnapshotState(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<Uint8Array> {
  return readStoredState(house, await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see'));
}

export async function readStoredDocument(house: House, snapshot: Snapshot): Promise<Projection> {
  const bytes = await unpackFor(house, snapshot, snapshot.documentHash);
  try {
    return projection.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw damaged();
  }
}

export function readStoredState(house: House, snapshot: Snapshot): Promise<Uint8Array> {
  return unpackFor(house, snapshot, snapshot.stateHash);
}

async function unpackFor(
  { db, log, snapshotWork }: House,
  { boardId, number, goneAt }: Snapshot,
  hash: string,
): Promise<Uint8Array> {
  if (goneAt) throw new Refusal('gone', 'This snapshot was kept for the time that was agreed on.');
  try {
    return await snapshotWork.unpack(await readChain(db, boardId, hash));
  } catch (error) {
    if (!isDamage(error)) throw error;
    log.error({ err: error, boardId, number }, 'a snapshot is damaged');
    throw damaged();
  }
}

/** Here, or said by the thread for snapshots, which tells what failed in words alone. */
function isDamage(error: unknown): boolean {
  return error instanceof Error && ['DamagedContent', 'JobFailed'].includes(error.name);
}

function damaged(): Refusal {
  return new Refusal('damaged', 'What is kept of this snapshot is no longer a board.');
}
