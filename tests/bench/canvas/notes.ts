import { generateNKeysBetween } from 'fractional-indexing';

/** A note of the benchmark; both products get the same ones. */
export interface BenchNote {
  readonly id: string;
  /** tldraw's fractional index. */
  readonly index: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export const COLUMNS = 50;
/** Canvas units from one note to the next. */
export const PITCH = 240;

const sentences = [
  'Wachttijd aan de balie loopt op na tien uur',
  'Formulieren staan op drie plaatsen',
  'Patiënt belt twee keer voor dezelfde vraag; niemand weet wie terugbelt',
  'Waarom?',
  'Voorraad verband is op vrijdag op',
  'Overdracht om 15.00 uur duurt te lang, en de helft staat al in het dossier',
];

/** So many notes in rows, each with words of its own. */
export function benchNotes(count: number): BenchNote[] {
  const indices = generateNKeysBetween(null, null, count);
  return indices.map((index, at) => ({
    id: `note-${at}`,
    index,
    x: (at % COLUMNS) * PITCH,
    y: Math.floor(at / COLUMNS) * PITCH,
    text: `${at}. ${sentences[at % sentences.length]}`,
  }));
}
