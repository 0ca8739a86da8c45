import Papa from 'papaparse';
import type { Locale } from '#board/api/people.ts';
import { zoneKinds } from '#board/cards.ts';
import type { Pen } from '#board/picture/pen.ts';
import type { Projection } from '#board/projection.ts';
import { formulaCells } from '../formula-cells.ts';

export const columns = [
  ...['kind', 'text', 'canvas', 'field', 'state', 'owner', 'due'],
  ...['by', 'at', 'color'],
] as const;

type Row = readonly (string | null)[];

/**
 * What is on a board as rows for a spreadsheet, in the reader's language: notes, actions, topics and
 * what cycles taught. No cell can become a formula. [PORT-4]
 */
export function writeBoardCsv(board: Projection, { say }: Pen, locale: Locale): string {
  const rows = [...notes(board, say), ...actions(board, say), ...knowledge(board, say)];
  const headings = columns.map((column) => say(`export.column.${column}`));
  const text = Papa.unparse([headings, ...rows.map((row) => [...row])], {
    // Dutch spreadsheets read semicolons between columns.
    delimiter: locale === 'nl' ? ';' : ',',
    newline: '\r\n',
    escapeFormulae: formulaCells,
  });
  return `${Papa.BYTE_ORDER_MARK}${text}\r\n`;
}

type Say = Pen['say'];

/** A field's own title as it is, a kind in the reader's words. */
function fieldName(say: Say, zone: string | null): string {
  if (zone === null) return '';
  return zoneKinds.some((kind) => kind === zone) ? say(`words.zone.${zone}`) : zone;
}

function notes(board: Projection, say: Say): Row[] {
  return board.notes.map(({ text, canvas, zone, byName, at, color }) => [
    ...[say('export.kind.note'), text, say(`words.canvas.${canvas}`), fieldName(say, zone)],
    ...['', '', '', byName, at, color],
  ]);
}

function actions(board: Projection, say: Say): Row[] {
  return board.actions.map(({ title, owner, due, rung, taskId, cards: [card] }) => [
    ...[say('export.kind.action'), title, card ? say(`words.canvas.${card.canvas}`) : ''],
    fieldName(say, card?.zone ?? null),
    say(taskId === null ? `words.rung.${rung}` : `words.state.${rung}`),
    ...[owner?.name ?? '', due, '', '', ''],
  ]);
}

function knowledge(board: Projection, say: Say): Row[] {
  return board.knowledge.map(({ topic, holders }) => [
    ...[say('export.kind.topic'), topic, say('words.canvas.knowledge'), '', ''],
    holders
      .map(({ name, level }) => `${name} (${say(`card.knowledge.levels.${level}`)})`)
      .join(', '),
    ...['', '', '', ''],
  ]);
}
