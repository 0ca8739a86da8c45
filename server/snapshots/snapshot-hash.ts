import { createHash } from 'node:crypto';
import type { Snapshot } from '../db/generated/client.ts';

type Hashed = Pick<
  Snapshot,
  | 'boardId'
  | 'number'
  | 'why'
  | 'title'
  | 'epoch'
  | 'seq'
  | 'state'
  | 'createdById'
  | 'createdAt'
  | 'previous'
> & { readonly document: unknown };

/**
 * sha256 as hex over everything a snapshot says and the hash of the one before it, so that none can
 * be changed, taken out or put in between without breaking the chain. [SNAP-2]
 */
export function snapshotHash(snapshot: Hashed): string {
  const { boardId, number, why, title, epoch, seq, createdById, createdAt, previous } = snapshot;
  const head = [
    previous,
    boardId,
    number,
    why,
    title,
    epoch,
    seq,
    createdById,
    createdAt.toISOString(),
    sha256(canonicalJson(snapshot.document)),
  ];
  return createHash('sha256').update(JSON.stringify(head)).update(snapshot.state).digest('hex');
}

/** True when the row still fits its hash and follows the snapshot that is before it now. */
export function isIntact(
  snapshot: Hashed & { hash: string },
  before: { readonly hash: string } | null,
): boolean {
  return snapshot.previous === (before?.hash ?? null) && snapshotHash(snapshot) === snapshot.hash;
}

/** The database gives JSON back with its keys in another order. */
function canonicalJson(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
