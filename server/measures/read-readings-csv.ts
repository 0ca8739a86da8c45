import Papa from 'papaparse';
import { MAX_CSV_LINES } from '#board/api/readings-csv.ts';
import type { BadLine, BadLineReason, CsvReading } from '#board/api/readings-csv.ts';
import { Refusal } from '../refusal.ts';
import { storable } from '../storable.ts';
import { csvText, delimiterOf } from './csv-text.ts';
import { readCsvDay, readCsvNumber } from './csv-values.ts';

export interface ReadCsv {
  readonly good: readonly CsvReading[];
  readonly bad: readonly BadLine[];
}

/** A row of the file and the line it begins on; a quoted cell may hold line breaks. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken: boolean;
}

/** Where day and value stand in a row; without a heading a row has those two and nothing else. */
interface Columns {
  readonly day: number;
  readonly value: number;
  readonly count: number;
}

const SHOWN = 80; // characters of a bad line that are given back
const dayNames = new Set(['day', 'date', 'dag', 'datum', 'at']);
const valueNames = new Set(['value', 'reading', 'waarde', 'meting']);

/**
 * The readings in a file of a spreadsheet, and every line that is none with the reason. `latest` is
 * the last day that may have been read. [MEAS-10]
 * @throws Refusal `too-large` for more lines than are taken at once
 */
export function readReadingsCsv(file: Uint8Array, latest: string): ReadCsv {
  const { rows, delimiter } = rowsOf(csvText(file));
  const [first] = rows;
  if (!first) return { good: [], bad: [] };
  const heading = first.broken ? undefined : headingOf(first);
  if (heading === 'no-value') return { good: [], bad: [bad(first, 'heading')] };
  const columns = heading ?? { day: 0, value: 1, count: 2 };
  const lines = heading ? rows.slice(1) : rows;
  if (lines.length > MAX_CSV_LINES)
    throw new Refusal('too-large', `The file has more than ${MAX_CSV_LINES} lines.`);
  const good: CsvReading[] = [];
  const refused: BadLine[] = [];
  for (const row of lines) {
    const read = readRow(row, { columns, latest, delimiter });
    if ('reason' in read) refused.push(bad(row, read.reason));
    else good.push(read);
  }
  return { good, bad: refused };
}

function rowsOf(text: string): { rows: Row[]; delimiter: string } {
  // Some spreadsheets say in a first line of its own what stands between the columns.
  const said = /^sep=(.)\n/iu.exec(text);
  const rest = text.slice(said?.[0].length ?? 0);
  const rows: Row[] = [];
  let from = 0;
  let line = said ? 2 : 1;
  const delimiter = said?.[1] ?? delimiterOf(rest);
  Papa.parse<string[]>(rest, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const text = rest.slice(from, meta.cursor);
      const cells = data.map((cell) => cell.trim());
      const broken = errors.length > 0;
      if (broken || cells.some(Boolean)) rows.push({ line, cells, text, broken });
      line += text.split('\n').length - 1;
      from = meta.cursor;
    },
  });
  return { rows, delimiter };
}

/** The columns that a heading names; undefined when the row is none. */
function headingOf({ cells }: Row): Columns | 'no-value' | undefined {
  const names = cells.map((cell) => cell.toLowerCase());
  const day = names.findIndex((name) => dayNames.has(name));
  if (day === -1) return undefined;
  const named = names.findIndex((name) => valueNames.has(name));
  // Of two columns the other one holds the values, whatever it is called.
  const value = named === -1 && names.length === 2 ? 1 - day : named;
  return value === -1 ? 'no-value' : { day, value, count: names.length };
}

function readRow(
  { line, cells, broken }: Row,
  { columns, latest, delimiter }: { columns: Columns; latest: string; delimiter: string },
): CsvReading | { reason: BadLineReason } {
  if (broken) return { reason: 'quotes' };
  const tooFew = cells.length <= Math.max(columns.day, columns.value);
  const tooMany = cells.findLastIndex(Boolean) >= columns.count;
  if (tooFew || tooMany) return { reason: 'columns' };
  const at = readCsvDay(cells[columns.day] ?? '', latest);
  if ('reason' in at) return at;
  const value = readCsvNumber(cells[columns.value] ?? '', delimiter);
  return 'reason' in value ? value : { line, at: at.value, value: value.value };
}

function bad({ line, text }: Row, reason: BadLineReason): BadLine {
  return { line, text: storable(text.trim().slice(0, SHOWN)), reason };
}
