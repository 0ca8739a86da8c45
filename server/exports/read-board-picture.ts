import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Locale } from '#board/api/people.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import type { House } from '../house.ts';
import { readSnapshotState } from '../snapshots/read-snapshot-content.ts';

/** Pixels, for a card on a page and a screen with two to the point. */
const SIZE = { width: 640, height: 320 } as const;

/** The board as it is now, in small (WebP). [DRAW-5] */
export async function readBoardPicture(
  house: House,
  actor: Actor,
  boardId: string,
  locale: Locale,
): Promise<Uint8Array> {
  await mustOnBoard(house, actor, boardId, 'board.see');
  const state = await house.documents.read(asBoardId(boardId), ({ doc }) =>
    Y.encodeStateAsUpdate(doc),
  );
  return thumbOf(house, state, locale);
}

/** A snapshot in small (WebP), for those who may see it. [DRAW-5] */
export async function readSnapshotPicture(
  house: House,
  actor: Actor,
  snapshotId: string,
  locale: Locale,
): Promise<Uint8Array> {
  return thumbOf(house, await readSnapshotState(house, actor, snapshotId), locale);
}

function thumbOf({ pictures }: House, state: Uint8Array, locale: Locale): Promise<Uint8Array> {
  const content = createHash('sha256').update(state).digest('hex');
  return pictures.thumb(content, { state, locale, ...SIZE });
}
