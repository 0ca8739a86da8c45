import * as Y from 'yjs';
import type { ExportForm, ExportQuery } from '#board/api/exports.ts';
import type { Locale } from '#board/api/people.ts';
import { asBoardId } from '#board/ids.ts';
import { mustOnBoard } from '../access/must.ts';
import type { Actor } from '../auth/actor.ts';
import { readBoard } from '../boards/read-board.ts';
import type { House } from '../house.ts';
import { mustOnSnapshot } from '../snapshots/must-on-snapshot.ts';
import { readStoredState } from '../snapshots/read-snapshot-content.ts';
import type { ExportImage } from './export-job.ts';

interface Asked extends ExportQuery {
  readonly form: ExportForm;
  readonly locale: Locale;
}

export interface Exported {
  /** What it may be saved as, without the ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A board as it is now, as a file, for those who may see it. [PORT-1] */
export async function exportBoard(
  house: House,
  actor: Actor,
  boardId: string,
  asked: Asked,
): Promise<Exported> {
  await mustOnBoard(house, actor, boardId, 'board.see');
  const { title } = await readBoard(house, actor, boardId);
  const state = await house.documents.read(asBoardId(boardId), ({ doc }) =>
    Y.encodeStateAsUpdate(doc),
  );
  return writeBoardFile(house, { boardId, title, state }, asked);
}

/** A snapshot as a file: the board as it was. [PORT-1] */
export async function exportSnapshot(
  house: House,
  actor: Actor,
  snapshotId: string,
  asked: Asked,
): Promise<Exported> {
  const snapshot = await mustOnSnapshot(house, actor, snapshotId, 'snapshot.see');
  const { boardId, number } = snapshot;
  const state = await readStoredState(house, snapshot);
  const board = await house.db.board.findUniqueOrThrow({ where: { id: boardId } });
  const name = [board.title, `#${number}`, snapshot.title].filter(Boolean).join(' ');
  return writeBoardFile(house, { boardId, title: name, state }, asked);
}

interface ToExport {
  readonly boardId: string;
  readonly title: string;
  readonly state: Uint8Array;
}

/** Writes a board's state as a file, for whoever the caller found may have it. */
export async function writeBoardFile(
  house: House,
  { boardId, title, state }: ToExport,
  { form, locale, canvas, paper }: Asked,
): Promise<Exported> {
  const images = withImages.has(form) ? await imagesOf(house, boardId) : [];
  const job = { form, state, locale, canvas, paper, images, title };
  return { name: title, bytes: await house.pictures.export(job) };
}

const withImages = new Set<ExportForm>(['svg', 'png', 'pdf']);
/** Bytes of all images in one file; those beyond are left blank. */
const MOST_IMAGE_BYTES = 40 << 20;

async function imagesOf({ db }: House, boardId: string): Promise<ExportImage[]> {
  const rows = await db.boardImage.findMany({
    where: { boardId },
    select: { id: true, bytes: true },
    orderBy: { id: 'asc' },
  });
  let total = 0;
  return rows.filter(({ bytes }) => (total += bytes.byteLength) <= MOST_IMAGE_BYTES);
}
