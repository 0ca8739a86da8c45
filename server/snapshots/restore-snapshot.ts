import * as Y from 'yjs';
import type { SnapshotView } from '#board/api/snapshots.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { restoreBoard } from '#board/restore.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { storeSnapshot } from './store-snapshot.ts';

/** Brings the board back to a snapshot, after keeping how it was just before; returns that one. */
export async function restoreSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
): Promise<SnapshotView> {
  const user = mustBeUser(actor);
  const { id, boardId, number, state } = await mustOnSnapshot(
    house,
    actor,
    snapshotId,
    'snapshot.restore',
  );
  const earlier = boardDocument(new Y.Doc());
  Y.applyUpdate(earlier.doc, state);
  const { clock } = house;
  return house.documents.change(asBoardId(boardId), async (board, tx, at) => {
    const keep = { boardId, why: 'before-restore' as const, title: '' };
    const result = await storeSnapshot({ tx, clock, user }, board, at, keep);
    await recordDeed(tx, actor, 'snapshot.restore', id, { boardId, number });
    return { result, apply: (live) => restoreBoard(live, earlier) };
  });
}
