import * as Y from 'yjs';
import type { SnapshotView } from '#board/api/snapshots.ts';
import type { BoardDocument } from '#board/document.ts';
import { projectBoard } from '#board/projection.ts';
import type { UserActor } from '../auth/actor.ts';
import { holdBoard } from '../boards/hold-board.ts';
import type { House, Tx } from '../house.ts';
import { logCycles } from '../learnings/log-cycles.ts';
import { newId } from '../new-id.ts';
import { storable } from '../storable.ts';
import type { Position } from '../sync/documents.ts';
import { recordDeed } from '../audit/record-deed.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { snapshotHash } from './snapshot-hash.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

export interface SnapshotToStore {
  readonly boardId: string;
  readonly why: SnapshotView['why'];
  readonly title: string;
}

/** Keeps the document as it is on disk at `at`, chained to the board's snapshot before it. [SNAP-1] */
export async function storeSnapshot(
  { tx, clock, user }: { tx: Tx; clock: House['clock']; user: UserActor },
  board: BoardDocument,
  at: Position,
  { boardId, why, title }: SnapshotToStore,
): Promise<SnapshotView> {
  // Two nodes that take a snapshot at once wait here, so that numbers and hashes make one chain.
  await holdBoard(tx, boardId);
  const last = await tx.snapshot.findFirst({ where: { boardId }, orderBy: { number: 'desc' } });
  const content = {
    boardId,
    number: (last?.number ?? 0) + 1,
    why,
    title,
    ...at,
    state: Uint8Array.from(Y.encodeStateAsUpdate(board.doc)),
    document: storable(projectBoard(board)),
    createdById: user.id,
    createdAt: clock(),
    previous: last?.hash ?? null,
  };
  const row = await tx.snapshot.create({
    data: { id: newId(), ...content, hash: snapshotHash(content) },
    include: { ...snapshotParts, board: true },
  });
  await recordDeed(tx, user, 'snapshot.take', row.id, { boardId, why });
  await logCycles(tx, { boardId, user, at: content.createdAt }, content.document.cycles);
  const data = viewSnapshot(row, last);
  await tellWebhooks(tx, { clock }, { teamId: row.board.teamId, type: 'snapshot.taken', data });
  return data;
}
