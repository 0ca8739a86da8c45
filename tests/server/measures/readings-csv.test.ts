import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureView } from '#board/api/measures.ts';
import { readReadingsCsv } from '#server/measures/read-readings-csv.ts';
import { writeReadingsCsv } from '#server/measures/write-readings-csv.ts';

const latest = '2026-11-30';
const read = (text: string | Uint8Array) =>
  readReadingsCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, latest);
const two = [
  { line: 2, at: '2026-01-05', value: 12.5 },
  { line: 3, at: '2026-01-12', value: -0.25 },
];

describe('readings from a spreadsheet [MEAS-10]', () => {
  it.each([
    ['Dutch', 'Datum;Waarde\r\n5-1-2026;12,5\r\n12-01-2026;-0,25\r\n'],
    ['Dutch, with a byte order mark', '\ufeffdatum;waarde\n05-01-2026;"12,5"\n12-01-2026;-,25\n'],
    ['English', 'Date,Value\r\n2026-01-05,12.5\r\n2026-01-12,-0.25\r\n'],
    ['quoted', '"day","value"\n"2026-01-05","12,5"\n"2026-01-12","-.25"'],
    ['by tabs', 'dag\tmeting\n05-01-2026\t12,5\n12-01-2026\t-0,25\n'],
    ['with its name above the values', 'Datum;Wachttijd (min)\n05-01-2026;12,5\n12-01-2026;-0,25'],
    ['the other way round', 'waarde,datum\n12.5,2026-01-05\n-0.25,2026-01-12\n'],
    ['with more columns', 'wie,day,value,note\nSanne,2026-01-05,12.5,"a\nb"\nKees,2026-01-12,-.25'],
  ])('%s', (_how, text) => {
    const { good, bad } = read(text);
    expect(bad).toEqual([]);
    expect(good.map(({ at, value }) => ({ at, value }))).toEqual(
      two.map(({ at, value }) => ({ at, value })),
    );
  });

  it('without a heading, with empty lines and old line ends; lines are counted as they lie', () => {
    expect(read('05-01-2026;12,5\r\r12-01-2026;-0,25;\r;;\r').good).toEqual([
      { ...two[0], line: 1 },
      { ...two[1], line: 3 },
    ]);
    expect(read('sep=;\r\ndatum;waarde\r\n05-01-2026;12,5').good).toEqual([{ ...two[0], line: 3 }]);
    expect(read('note,day,value\n"a\nb",2026-01-05,12.5\n,2026-01-12,-0.25').good).toEqual([
      { ...two[0], line: 2 },
      { ...two[1], line: 4 },
    ]);
  });

  it('as Windows writes letters, and as UTF-16', () => {
    const latin = Uint8Array.from(Buffer.from('datum;beëindigd\n05-01-2026;1', 'latin1'));
    expect(read(latin).good).toEqual([{ line: 2, at: '2026-01-05', value: 1 }]);
    const wide = Uint8Array.from(Buffer.from('\ufeffdatum\twaarde\n05-01-2026\t1', 'utf16le'));
    expect(read(wide).good).toEqual([{ line: 2, at: '2026-01-05', value: 1 }]);
  });

  it.each([
    ['columns', '2026-01-05'],
    ['columns', '2026-01-05;1;2'],
    ['day', '01/05/2026;1'],
    ['day', '5 januari;1'],
    ['day', '2026-1-5;1'],
    ['no-such-day', '31-02-2026;1'],
    ['no-such-day', '2026-13-01;1'],
    ['future', '01-12-2026;1'],
    ['value', '05-01-2026;veel'],
    ['value', '05-01-2026;12%'],
    ['value', '05-01-2026;1e999'],
    ['value', '05-01-2026;=1+1'],
    ['value', '05-01-2026;'],
    ['thousands', '05-01-2026;1.234,5'],
    ['thousands', '05-01-2026;1,234.5'],
    ['thousands', '05-01-2026;1.234.567'],
    ['thousands', '05-01-2026;12.500'],
    ['quotes', '05-01-2026;"12'],
  ])('names a bad line by number and reason: %s, %s', (reason, line) => {
    expect(read(`datum;waarde\n05-01-2026;1\n${line}`)).toEqual({
      good: [{ line: 2, at: '2026-01-05', value: 1 }],
      bad: [{ line: 3, text: line, reason }],
    });
  });

  it('a group of three is read as the spreadsheet writes it', () => {
    expect(read('05-01-2026;12,500').good).toMatchObject([{ value: 12.5 }]);
    expect(read('2026-01-05,12.500').good).toMatchObject([{ value: 12.5 }]);
    expect(read('2026-01-05,"12,500"').bad).toMatchObject([{ reason: 'thousands' }]);
  });

  it('a comma in a number beside commas between columns is a bad line, not a wrong number', () => {
    expect(read('2026-01-05,12,5').bad).toEqual([
      { line: 1, text: '2026-01-05,12,5', reason: 'columns' },
    ]);
    expect(read('day,value\n2026-01-05,12,5').bad).toMatchObject([{ reason: 'columns' }]);
  });

  it('a heading without a column of values', () => {
    const text = 'datum;min;max\n05-01-2026;1;2';
    const bad = [{ line: 1, text: 'datum;min;max', reason: 'heading' }];
    expect(read(text)).toEqual({ good: [], bad });
  });

  it('five thousand lines and no more', () => {
    const lines = (count: number) => `day,value\n${'2026-01-05,1\n'.repeat(count)}`;
    expect(read(lines(5000)).good).toHaveLength(5000);
    expect(() => read(lines(5001))).toThrow('5000 lines');
  });

  it('any bytes at all break nothing', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { bad } = read(bytes);
      for (const { text } of bad) expect(text).not.toMatch(/\u0000|\p{Surrogate}/u);
    });
    fc.assert(property, { seed: 20261127, numRuns: 200 });
  });
});

describe('readings as CSV [MEAS-9]', () => {
  const reading = (at: string, value: number, name = 'Sanne') => ({
    ...{ id: 'r', at, value, revision: 1 },
    by: { id: 'u', name },
    enteredAt: '2026-01-05T10:00:00.000Z',
  });
  const write = (
    readings: MeasureView['readings'],
    form: 'plain' | 'spreadsheet' = 'plain',
    locale: 'en' | 'nl' = 'nl',
    unit = 'min',
  ) => Buffer.from(writeReadingsCsv({ readings, unit }, form, locale)).toString();

  it('for programs, the same in every language', () => {
    const text =
      '\ufeffday,value,unit,by,entered\r\n2026-01-05,-12.5,min,Sanne,2026-01-05T10:00:00.000Z\r\n';
    expect(write([reading('2026-01-05', -12.5)])).toBe(text);
    expect(write([reading('2026-01-05', -12.5)], 'plain', 'en')).toBe(text);
  });

  it('for a spreadsheet in the language of who asks', () => {
    expect(write([reading('2026-01-05', -12.5)], 'spreadsheet', 'nl').split('\r\n')).toEqual([
      '\ufeffdag;waarde;eenheid;ingevuld door;ingevuld op',
      '05-01-2026;-12,5;min;Sanne;2026-01-05T10:00:00.000Z',
      '',
    ]);
    const [heading] = write([], 'spreadsheet', 'en').split('\r\n');
    expect(heading).toBe('\ufeffday,value,unit,entered by,entered at');
  });

  it.each(['=HYPERLINK("http://x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '＝1'])(
    'a name that would be a formula is text: %s',
    (name) => {
      for (const form of ['plain', 'spreadsheet'] as const) {
        const text = write([reading('2026-01-05', 1, name)], form);
        expect(text).toContain(`"'${name.replaceAll('"', '""')}"`);
      }
      expect(write([reading('2026-01-05', 1)], 'plain', 'nl', name)).toContain("'");
    },
  );

  it('quotes what holds a separator, a quote or a line break', () => {
    expect(write([reading('2026-01-05', 1, 'De "baas", Jan\nPiet')])).toContain(
      ',"De ""baas"", Jan\nPiet",',
    );
  });

  it('comes back in as it went out', () => {
    const some = fc.record({
      at: fc.integer({ min: 0, max: 9000 }).map((days) => dayAfter('2000-01-01', days)),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    });
    const forms = fc.constantFrom('plain' as const, 'spreadsheet' as const);
    const property = fc.property(fc.array(some), forms, (readings, form) => {
      const text = write(
        readings.map(({ at, value }) => reading(at, value, 'Jan; "Piet", = Klaas')),
        form,
      );
      const { good, bad } = read(text);
      expect(bad).toEqual([]);
      expect(good.map(({ at, value }) => ({ at, value }))).toEqual(readings);
    });
    fc.assert(property, { seed: 20261127, numRuns: 100 });
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
