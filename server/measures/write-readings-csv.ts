import Papa from 'papaparse';
import type { ExportQuery } from '#board/api/readings-csv.ts';
import type { Locale } from '#board/api/people.ts';
import type { MeasureView } from '#board/api/measures.ts';
import { formula } from '../formula.ts';
import { words } from '../words.ts';

/** How a file is written. */
interface Form {
  readonly headings: readonly string[];
  readonly delimiter: ',' | ';';
  readonly number: (value: number) => string;
  readonly day: (day: string) => string;
}

const plain: Form = {
  headings: ['day', 'value', 'unit', 'by', 'entered'],
  delimiter: ',',
  number: String,
  day: (day) => day,
};

/**
 * The readings that stand as CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheets need to
 * read letters beyond ASCII. `plain` is for programs: English headings, decimal points, ISO days and
 * moments; `spreadsheet` is what one in the asker's language opens by itself. [MEAS-9]
 */
export function writeReadingsCsv(
  { readings, unit }: Pick<MeasureView, 'readings' | 'unit'>,
  form: ExportQuery['form'],
  locale: Locale,
): Uint8Array {
  const { headings, delimiter, number, day } = form === 'plain' ? plain : spreadsheet(locale);
  const rows = readings.map(({ at, value, by, enteredAt }) => [
    day(at),
    number(value),
    unit,
    by.name,
    enteredAt,
  ]);
  const text = Papa.unparse([[...headings], ...rows], {
    delimiter,
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return Buffer.from(`${Papa.BYTE_ORDER_MARK}${text}\r\n`);
}

/** Dutch spreadsheets read semicolons between columns and commas in numbers. */
function spreadsheet(locale: Locale): Form {
  const say = words(locale);
  const headings = ['day', 'value', 'unit', 'by', 'entered'].map((column) =>
    say(`measures.csv.${column}`),
  );
  if (locale === 'en') return { ...plain, headings };
  return {
    headings,
    delimiter: ';',
    number: (value) => String(value).replace('.', ','),
    day: (day) => day.split('-').reverse().join('-'),
  };
}
