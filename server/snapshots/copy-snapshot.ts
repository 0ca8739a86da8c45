import * as Y from 'yjs';
import type { BoardView } from '#board/api/boards.ts';
import type { CopySnapshotInput } from '#board/api/snapshots.ts';
import { copied, imagesOf } from '#board/copied.ts';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnTeam } from '../access/must.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { collectFacts, factsChange } from '../boards/facts.ts';
import { readBoard } from '../boards/read-board.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { FIRST_EPOCH } from '../sync/update-log.ts';
import { mustOnSnapshot } from './must-on-snapshot.ts';
import { readStoredState } from './read-snapshot-content.ts';

/** Makes another board of the team that begins with what the snapshot says. [SNAP-11] */
export async function copySnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
  { title }: CopySnapshotInput,
): Promise<BoardView> {
  const user = mustBeUser(actor);
  const snapshot = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  const where = { id: snapshot.boardId };
  const { teamId, template } = await house.db.board.findUniqueOrThrow({ where });
  await mustOnTeam(house, actor, teamId, 'team.add-board');
  const earlier = boardDocument(new Y.Doc());
  Y.applyUpdate(earlier.doc, await readStoredState(house, snapshot));
  const boardId = asBoardId(newId());
  await house.db.$transaction(async (tx) => {
    const made = { id: boardId, teamId, title, template, epoch: FIRST_EPOCH };
    await tx.board.create({ data: { ...made, createdById: user.id } });
    const images = await copyImages(tx, earlier, snapshot.boardId, boardId);
    const copy = copied(earlier, { boardId, epoch: FIRST_EPOCH, newId, images });
    const change = factsChange(copy, await collectFacts(tx, boardId));
    copy.doc.transact(() => change?.(copy));
    await house.documentLog.create(tx, boardId, Y.encodeStateAsUpdate(copy.doc));
    await recordDeed(tx, actor, 'snapshot.copy', snapshot.id, { boardId });
  });
  return readBoard(house, actor, boardId);
}

/** Only those that are still there; a picture is part of one board and goes with it. */
async function copyImages(
  tx: Tx,
  earlier: BoardDocument,
  from: string,
  to: string,
): Promise<Map<string, string>> {
  const where = { boardId: from, id: { in: imagesOf(earlier) } };
  const found = await tx.boardImage.findMany({ where, select: { id: true } });
  const ids = new Map(found.map(({ id }) => [id, newId()]));
  for (const [old, fresh] of ids) {
    await tx.$executeRaw`
      INSERT INTO board_image (id, board_id, width, height, bytes, size, by_id, at)
      SELECT ${fresh}, ${to}, width, height, bytes, size, by_id, at FROM board_image
      WHERE id = ${old}`;
  }
  return ids;
}
