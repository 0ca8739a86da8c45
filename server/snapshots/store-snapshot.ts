import type { SnapshotReason, SnapshotView } from '#board/api/snapshots.ts';
import { FORMAT } from '#board/document.ts';
import type { UserActor } from '../auth/actor.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House, Tx } from '../house.ts';
import { logCycles } from '../learnings/log-cycles.ts';
import { newId } from '../new-id.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { insertContent } from './content-rows.ts';
import type { MadeSnapshot } from './make-snapshot.ts';
import { SCHEME, snapshotHash } from './snapshot-hash.ts';
import { snapshotParts, viewSnapshot } from './view-snapshot.ts';

export interface Cause {
  readonly boardId: string;
  readonly why: SnapshotReason;
  readonly title: string;
  /** Null when the server takes it by the clock. */
  readonly by: UserActor | null;
}

/** Chains what was made to the board's snapshot before it; hold its snapshots first. [SNAP-2] */
export async function storeSnapshot(
  tx: Tx,
  { clock, version }: Pick<House, 'clock' | 'version'>,
  { at, kept }: MadeSnapshot,
  { boardId, why, title, by }: Cause,
): Promise<SnapshotView> {
  const last = await tx.snapshot.findFirst({ where: { boardId }, orderBy: { number: 'desc' } });
  const content = {
    boardId,
    number: (last?.number ?? 0) + 1,
    scheme: SCHEME,
    why,
    title,
    ...at,
    stateHash: kept.state.hash,
    documentHash: kept.document.hash,
    noteCount: kept.counts.notes,
    actionCount: kept.counts.actions,
    taskCount: kept.counts.tasks,
    format: FORMAT,
    app: version,
    createdById: by?.id ?? null,
    createdAt: clock(),
    previous: last?.hash ?? null,
  };
  for (const part of [kept.state, kept.document]) await insertContent(tx, boardId, part);
  const row = await tx.snapshot.create({
    data: { id: newId(), ...content, hash: snapshotHash(content) },
    include: { ...snapshotParts, board: true },
  });
  await recordDeed(tx, by ?? 'server', 'snapshot.take', row.id, { boardId, why });
  if (by) await logCycles(tx, { boardId, user: by, at: content.createdAt }, kept.cycles);
  const data = viewSnapshot(row, true);
  await tellWebhooks(tx, { clock }, { teamId: row.board.teamId, type: 'snapshot.taken', data });
  return data;
}
