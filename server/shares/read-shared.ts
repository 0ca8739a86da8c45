import type { Locale } from '#board/api/people.ts';
import type { CanvasWords } from '#board/board-words.ts';
import type { House } from '../house.ts';
import { readStoredState } from '../snapshots/read-snapshot-content.ts';
import { findShare } from './find-share.ts';
import type { OpenShare } from './find-share.ts';

/** What whoever has a link sees, and nothing else of the house. [SHARE-3] */
export interface SharedSnapshot {
  readonly boardTitle: string;
  /** What the snapshot is called; empty where it has no name. */
  readonly title: string;
  /** ISO 8601, as is the next. */
  readonly takenAt: string;
  readonly expiresAt: string;
  readonly canvases: readonly CanvasWords[];
}

/** The words of a shared snapshot, in the language of whoever reads them. Throws as `findShare`. [SHARE-3] */
export async function readShared(
  house: House,
  secret: string,
  locale: Locale,
): Promise<SharedSnapshot> {
  const share = await findShare(house, secret);
  const { snapshot, expiresAt } = share;
  const state = await readStoredState(house, snapshot);
  const canvases = await house.pictures.words({ state, locale });
  await noteOpened(house, share);
  return {
    boardTitle: snapshot.board.title,
    title: snapshot.title,
    takenAt: snapshot.createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    canvases,
  };
}

/** Often enough to tell a link in use from a forgotten one. */
const NOTE_MS = 60_000;

async function noteOpened({ db, clock }: House, { id, openedAt }: OpenShare): Promise<void> {
  const now = clock();
  if (openedAt && now.getTime() - openedAt.getTime() < NOTE_MS) return;
  await db.shareLink.updateMany({ where: { id }, data: { openedAt: now } });
}
