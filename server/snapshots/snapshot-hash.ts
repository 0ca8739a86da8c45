import { createHash } from 'node:crypto';
import { sortedJson } from '#board/canonical-json.ts';
import type { Snapshot } from '../db/generated/client.ts';

/** How hashes are made today. */
export const SCHEME = 2;

export type Hashed = Omit<Snapshot, 'id' | 'hash' | 'goneAt' | 'seal'>;

/**
 * sha256 as hex over everything a snapshot says, the hashes of its contents, and the hash of the one
 * before it, so that none can be changed, taken out or put in between without breaking the chain, and
 * the chain can be followed when contents are gone. [SNAP-2]
 */
export function snapshotHash(snapshot: Hashed): string {
  return sha256(JSON.stringify([snapshot.scheme, snapshot.previous, ...saidBy(snapshot)]));
}

/** The hash of a snapshot from before schemes had numbers, which is over the contents themselves. */
export function firstSchemeHash(
  snapshot: Hashed,
  { state, document }: { readonly state: Uint8Array; readonly document: unknown },
): string {
  const { boardId, number, why, title, epoch, seq, createdById, createdAt, previous } = snapshot;
  const head = [
    ...[previous, boardId, number, why, title, epoch, seq, createdById],
    createdAt.toISOString(),
    sha256(sortedJson(document)),
  ];
  return createHash('sha256').update(JSON.stringify(head)).update(state).digest('hex');
}

/** What a snapshot bears when its contents are gone: over its hash too, and the moment they went. [SNAP-7] */
export function sealOf(snapshot: Hashed & { readonly hash: string }, goneAt: Date): string {
  const { hash, scheme, previous } = snapshot;
  return sha256(
    JSON.stringify([hash, goneAt.toISOString(), scheme, previous, ...saidBy(snapshot)]),
  );
}

function saidBy(snapshot: Hashed): unknown[] {
  const { boardId, number, why, title, epoch, seq, createdById, createdAt } = snapshot;
  const { stateHash, documentHash, noteCount, actionCount, taskCount, format, app } = snapshot;
  return [
    ...[boardId, number, why, title, epoch, seq, createdById, createdAt.toISOString()],
    ...[stateHash, documentHash, noteCount, actionCount, taskCount, format, app],
  ];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
