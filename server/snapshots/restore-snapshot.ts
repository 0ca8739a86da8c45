import * as Y from 'yjs';
import type { RestoreSnapshotInput, SnapshotView } from '#board/api/snapshots.ts';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { restoreBoard, restoreCards } from '#board/restore.ts';
import { writeRestored } from '#board/restored.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { readStoredState } from './read-snapshot-content.ts';
import { snapshotWithin } from './snapshot-within.ts';

/**
 * Brings the board, or the chosen cards, back to a snapshot, after keeping how it was just before;
 * returns that one, by which it is undone. [SNAP-3]
 */
export async function restoreSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
  { cards }: RestoreSnapshotInput,
): Promise<SnapshotView> {
  const user = mustBeUser(actor);
  const snapshot = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.restore');
  const { id, boardId, number } = snapshot;
  const earlier = boardDocument(new Y.Doc());
  Y.applyUpdate(earlier.doc, await readStoredState(house, snapshot));
  const count = cards?.length ?? null;
  return house.documents.change(asBoardId(boardId), async (_board, tx) => {
    const cause = { boardId, why: 'before-restore' as const, title: '', by: user };
    const kept = await snapshotWithin(house, tx, cause);
    await recordDeed(tx, actor, 'snapshot.restore', id, { boardId, number, cards: count });
    const by = { id: user.id, name: user.name };
    const word = { number, cards: count, keptId: kept.id, by, at: kept.createdAt };
    return {
      result: kept,
      apply: (live) => {
        const changed = cards
          ? restoreCards(live, earlier, new Set(cards))
          : restoreBoard(live, earlier);
        if (changed) writeRestored(live, word);
      },
    };
  });
}
