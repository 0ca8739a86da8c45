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
>;

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
  ];
  return createHash('sha256').update(JSON.stringify(head)).update(snapshot.state).digest('hex');
}

export function isIntact(snapshot: Hashed & { hash: string }): boolean {
  return snapshotHash(snapshot) === snapshot.hash;
}
