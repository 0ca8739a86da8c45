import type { ImportKind, ImportQuery, ImportView } from '#board/api/imports.ts';
import { pageOf } from '#board/canvases.ts';
import type { BoardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import type { Imported } from '#board/transfer/imported.ts';
import { putImported } from '#board/transfer/put-imported.ts';
import { nameOf } from '#board/transfer/sound-records.ts';
import { mustOnBoard } from '../access/must.ts';
import { recordDeed } from '../audit/record-deed.ts';
import type { Actor } from '../auth/actor.ts';
import { noSuchCanvas } from '../boards/add-note.ts';
import { authorOf } from '../boards/author-of.ts';
import type { House } from '../house.ts';
import { newId } from '../new-id.ts';
import { Refusal } from '../refusal.ts';
import { keepPictures, withPictures } from './keep-pictures.ts';

interface Import extends ImportQuery {
  readonly file: Uint8Array;
}

/**
 * Takes a tldraw file, a board saved as JSON or a table in beside what is on the board, as one edit
 * of whoever does it; with `take: none` only says what would come. [PORT-10]
 * @throws Refusal `invalid` with the reason when nothing of the file can be read
 */
export async function importFile(
  house: House,
  actor: Actor,
  boardId: string,
  { file, take, canvas }: Import,
): Promise<ImportView> {
  await mustOnBoard(house, actor, boardId, 'board.write');
  const author = authorOf(actor, house.clock());
  const mustHave = (board: BoardDocument): void => {
    if (canvas !== undefined && !board.records.has(pageOf(canvas))) throw noSuchCanvas(canvas);
  };
  await house.documents.read(asBoardId(boardId), mustHave);
  const read = await house.pictures.read({ file });
  if (!read.ok) {
    const { fault: code, message } = read;
    throw new Refusal('invalid', message, [{ field: 'file', code, message }]);
  }
  const kept = await keepPictures(house, actor, boardId, {
    pictures: read.imported.pictures,
    take,
  });
  const imported = withPictures(read.imported, kept);
  if (take === 'none') return viewOf(imported, false);
  return house.documents.change(asBoardId(boardId), async (board, tx) => {
    mustHave(board);
    const things = imported.records.length;
    await recordDeed(tx, actor, 'board.import', boardId, { form: imported.form, things });
    return {
      result: viewOf(imported, true),
      apply: (live) => putImported(live, imported, { canvas, author, newId, images: kept }),
    };
  });
}

const SHOWN = 12; // words that are given as a look into the file

function viewOf(imported: Imported, taken: boolean): ImportView {
  const { form, records, actions, knowledge, cycles, left } = imported;
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const counts = new Map<ImportKind, number>([
    ...([
      ['action', actions.length],
      ['topic', knowledge.length],
      ['cycle', cycles.length],
    ] as const),
  ]);
  for (const kind of shapes.flatMap((shape) => kindOf(shape) ?? []))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const comes = [...counts].flatMap(([kind, count]) => (count > 0 ? { kind, count } : []));
  const titles = [...actions.map(({ title }) => title), ...knowledge.map(({ topic }) => topic)];
  const words = [...shapes.map(nameOf), ...titles].filter(Boolean).slice(0, SHOWN);
  return { form, taken, comes, words, left: [...left] };
}

/** Cards of actions, topics and cycles are counted by what they show. */
function kindOf({ type }: PlainRecord): ImportKind | undefined {
  if (type === 'action-card' || type === 'knowledge-card' || type === 'cycle-card')
    return undefined;
  if (type === 'note-card') return 'note';
  if (type === 'zone') return 'field';
  return type === 'image' ? 'picture' : 'shape';
}
