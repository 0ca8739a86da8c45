import Papa from 'papaparse';
import { minutesSections } from '#board/minutes-sections.ts';
import type { Minutes } from '#board/minutes.ts';
import { formulaCells } from '../formula-cells.ts';
import { minutesHead, minutesWords } from './minutes-words.ts';
import type { MinutesForm } from './minutes-form.ts';

/**
 * The minutes as CSV (RFC 4180, UTF-8 with a byte order mark), a line for each thing that came of the
 * meeting. Dutch spreadsheets read semicolons between columns. [MEET-11]
 */
export function writeMinutesCsv(minutes: Minutes, form: MinutesForm): string {
  const words = minutesWords(form.locale);
  const { lines, foot } = minutesHead(minutes, words, form);
  const headings = ['part', 'what', 'who', 'details'].map((name) => words.say(`csv.${name}`));
  const labelled = ({ label, text }: { label: string; text: string }) => [label, text, '', ''];
  const rows = minutesSections(minutes, words).flatMap(({ heading, items }) =>
    items.map(({ text, who, details }) => [heading, text, who, details.join(' · ')]),
  );
  const text = Papa.unparse([headings, ...lines.map(labelled), ...rows, ...foot.map(labelled)], {
    delimiter: form.locale === 'nl' ? ';' : ',',
    newline: '\r\n',
    escapeFormulae: formulaCells,
  });
  return `${Papa.BYTE_ORDER_MARK}${text}\r\n`;
}
