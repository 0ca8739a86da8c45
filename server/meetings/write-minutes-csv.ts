import Papa from 'papaparse';
import { minutesFoot, minutesHead, minutesSections } from '#board/minutes-sections.ts';
import type { Labelled } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { formulaCells } from '../formula-cells.ts';
import { minutesWords } from './minutes-words.ts';
import type { MinutesForm } from './minutes-words.ts';

/**
 * The minutes as CSV (RFC 4180, UTF-8 with a byte order mark), a line for each thing that came of the
 * meeting. Dutch spreadsheets read semicolons between columns. [MEET-11]
 */
export function writeMinutesCsv(minutes: Minutes, form: MinutesForm): string {
  const words = minutesWords(form);
  const head = minutesHead(minutes, words).map(labelled);
  const foot = minutesFoot(minutes, words).map(labelled);
  const headings = ['part', 'what', 'who', 'details'].map((name) => words.say(`csv.${name}`));
  const rows = minutesSections(minutes, words).flatMap(({ heading, items }) =>
    items.map(({ text, who, details }) => [heading, text, who, details.join(' · ')]),
  );
  const text = Papa.unparse([headings, ...head, ...rows, ...foot], {
    delimiter: form.locale === 'nl' ? ';' : ',',
    newline: '\r\n',
    escapeFormulae: formulaCells,
  });
  return `${Papa.BYTE_ORDER_MARK}${text}\r\n`;
}

function labelled({ label, text }: Labelled): string[] {
  return [label, text, '', ''];
}
