import Papa from 'papaparse';
import { UnreadableFile } from '#board/transfer/imported.ts';
import type { CardRow } from '#board/transfer/import-rows.ts';
import { formulaCells } from '../formula-cells.ts';
import { csvText, delimiterOf } from '../measures/csv-text.ts';

type Column = 'text' | 'kind' | 'group' | 'owner';

/** What columns are called in tables that people keep, and in those that boards are saved as. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  text: ['text', 'tekst', 'title', 'titel', 'note', 'briefje', 'idea', 'idee'],
  kind: ['kind', 'type', 'soort'],
  group: ['field', 'zone', 'group', 'vak', 'veld', 'groep'],
  owner: ['owner', 'eigenaar', 'who', 'wie'],
};

const kinds: Readonly<Record<string, CardRow['kind']>> = {
  ...{ action: 'action', actie: 'action' },
  ...{ knowledge: 'topic', topic: 'topic', kennis: 'topic', onderwerp: 'topic' },
};

/**
 * The rows of a table that a spreadsheet saved. Without a known heading the first column has the
 * words and each row is a note. A cell stays words: the sign that keeps it from being a formula is
 * taken off again. [PORT-13]
 * @throws UnreadableFile for quotes that do not end
 */
export function readTable(file: Uint8Array): CardRow[] {
  const text = csvText(file);
  const said = /^\uFEFF?sep=(.)\n/iu.exec(text);
  const rest = text.slice(said?.[0].length ?? 0);
  const delimiter = said?.[1] ?? delimiterOf(rest);
  const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n' });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes)
    throw new UnreadableFile('quotes', `A quote does not end in row ${(quotes.row ?? 0) + 1}.`);
  const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const columns = columnsOf(rows[0] ?? []);
  return (columns ? rows.slice(1) : rows).map((cells) => rowOf(cells, columns ?? { text: 0 }));
}

type Columns = { readonly text: number } & Partial<Record<Column, number>>;

function columnsOf(first: readonly string[]): Columns | undefined {
  const names = first.map((name) => name.replace('\uFEFF', '').trim().toLowerCase());
  const at = (column: Column): number => names.findIndex((name) => headings[column].includes(name));
  const text = at('text');
  if (text === -1) return undefined;
  return { text, kind: at('kind'), group: at('group'), owner: at('owner') };
}

function rowOf(cells: readonly string[], columns: Columns): CardRow {
  const cell = (column: Column): string => words(cells[columns[column] ?? -1] ?? '');
  const owner = cell('owner');
  const text = cell('text');
  return {
    kind: kinds[cell('kind').toLowerCase()] ?? 'note',
    text: owner === '' || text === '' ? text : `${text} (${owner})`,
    group: cell('group').slice(0, 200),
  };
}

function words(cell: string): string {
  const bare = cell.replace('\uFEFF', '').trim();
  return bare.startsWith("'") && formulaCells.test(bare.slice(1)) ? bare.slice(1) : bare;
}
