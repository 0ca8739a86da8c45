import * as Y from 'yjs';
import { addAction } from './actions.ts';
import type { Action } from './actions.ts';
import { canvasOf } from './canvases.ts';
import type { BoardDocument } from './document.ts';
import { ACTION_CARD_WIDTH, boxOfRecord, putRecord } from './edits.ts';
import { POSITION, readFlat } from './flat-record.ts';
import { mergeText } from './merge-text.ts';
import { freePlace, zoneAt } from './placing.ts';

/** Changes the words of a note from `base` to `text`, keeping what others wrote since. [DOC-5] */
export function changeNote(board: BoardDocument, id: string, text: string, base: string): void {
  const words = board.records.get(id)?.get('p:text');
  if (words instanceof Y.Text) mergeText(words, base, text);
}

/** Takes a card off its canvas with the ends of arrows on it; what it shows stays. [DOC-6] */
export function removeCard({ records }: BoardDocument, id: string): void {
  for (const [other, map] of [...records.entries()]) {
    const isEnd = map.get('typeName') === 'binding';
    if (isEnd && (map.get('toId') === id || map.get('fromId') === id)) records.delete(other);
  }
  records.delete(id);
}

/** Puts a card that is not there yet into a field of its canvas, at the first free place. [DOC-13] */
export function moveToZone(board: BoardDocument, id: string, zoneId: string): void {
  const card = board.records.get(id);
  const zone = board.records.get(zoneId);
  const canvas = zone && canvasOf(String(zone.get('parentId')));
  const size = boxOfRecord(board, id);
  const isThere =
    size !== undefined &&
    card?.get('parentId') === zone?.get('parentId') &&
    zoneAt(zone ? [readFlat(zoneId, zone)] : [], size) !== undefined;
  if (!card || !canvas || !size || isThere) return;
  const { x, y } = freePlace(board, canvas, size, boxOfRecord(board, zoneId));
  card.set('parentId', zone.get('parentId'));
  card.set(POSITION, [x, y]);
}

/** A note becomes a proposal with the same words at the same place. `cardId` is the new record's. */
export function noteToAction(
  board: BoardDocument,
  noteId: string,
  action: Omit<Action, 'title'>,
  cardId: string,
): void {
  const map = board.records.get(noteId);
  if (map?.get('type') !== 'note-card') return;
  const { props, ...note } = readFlat(noteId, map);
  const { text } = props as { text?: unknown };
  addAction(board, { ...action, title: titleOf(typeof text === 'string' ? text : '') });
  const shown = { w: ACTION_CARD_WIDTH, actionId: action.id };
  putRecord(board, { ...note, id: cardId, type: 'action-card', props: shown });
  for (const end of board.records.values()) {
    if (end.get('typeName') === 'binding' && end.get('toId') === noteId) end.set('toId', cardId);
  }
  board.records.delete(noteId);
}

/** The words of a note on one line, as the title of an action. */
export function titleOf(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}
