import { inflateSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Minutes } from '#board/minutes.ts';
import { minutes as minutesSchema } from '#board/minutes.ts';
import { writeMinutesCsv } from '#server/meetings/write-minutes-csv.ts';
import { writeMinutesMarkdown } from '#server/meetings/write-minutes-markdown.ts';
import { writeMinutesPdf } from '#server/meetings/write-minutes-pdf.ts';

const someMinutes = (more: Partial<Minutes> = {}): Minutes => ({
  ...{ format: 1, meetingId: 'm', boardId: 'b', board: 'Kortere wachttijd', team: 'Polikliniek' },
  ...{ heldOn: '2027-01-15', openedAt: '2027-01-15T08:30:00.000Z' },
  ...{ closedAt: '2027-01-15T09:15:00.000Z', facilitator: 'Sanne' },
  present: [
    { name: 'Sanne', guest: false },
    { name: 'Gerrit', guest: true },
  ],
  agreed: [
    {
      ...{ title: 'Patiënten bellen', owner: 'Sanne', due: '2027-01-22', checkOn: '2027-02-05' },
      ...{ measure: 'Wachttijd', unit: 'min', expected: 12.5, observation: null },
    },
  ],
  ...{
    steps: [],
    dues: [],
    handedOver: [],
    consent: [],
    effects: [],
    holding: [],
    readings: [],
    targets: [],
  },
  ...{ parked: [{ title: 'Later', until: '2027-02-01' }], dropped: [], undecided: [] },
  override: null,
  next: { on: '2027-01-22', at: '09:30' },
  ...more,
});
const dutch = { locale: 'nl', zone: 'Europe/Amsterdam' } as const;
const english = { locale: 'en', zone: 'Europe/Amsterdam' } as const;

describe('minutes as files', () => {
  it('say in Markdown what came of it, in either language, at the time of the reader [MEET-11]', () => {
    const text = writeMinutesMarkdown(someMinutes(), dutch);
    expect(text).toContain('# Verslag: Kortere wachttijd\n');
    expect(text).toContain('vrijdag 15 januari 2027, 09:30 tot 10:15');
    expect(text).toContain('- **Aanwezig:** Sanne, Gerrit (gast)');
    expect(text).toContain('## Afgesproken\n\n- **Patiënten bellen**\n');
    expect(text).toContain('Wachttijd 12,5 min');
    expect(text).toContain('## Geparkeerd');
    expect(text).toContain('vrijdag 22 januari 2027 om 09:30');
    const other = writeMinutesMarkdown(someMinutes({ closedAt: null, next: null }), english);
    expect(other).toContain('from 09:30; the meeting is going on');
    expect(other).toContain('Not planned yet');
    expect(other).toContain('Wachttijd 12.5 min');
  });

  it('lay nothing out that people wrote [MEET-11]', () => {
    const title = '# Kop\n\n- [klik](http://boos.example) <b>vet</b> *ster* `code`';
    const undecided = [{ title }, { title: '1. eerst' }, { title: '- streepje' }];
    const text = writeMinutesMarkdown(someMinutes({ undecided }), dutch);
    expect(text).toContain(
      '- **\\# Kop - \\[klik\\](http://boos.example) \\<b\\>vet\\</b\\> \\*ster\\* \\`code\\`**',
    );
    expect(text).toContain('- **1\\. eerst**');
    expect(text).toContain('- **\\- streepje**');
  });

  it('are rows in CSV, of which none is a formula [MEET-11]', () => {
    const undecided = [
      { title: '=HYPERLINK("http://boos.example")' },
      { title: '+31 bellen; "nu"' },
    ];
    const text = writeMinutesCsv(someMinutes({ undecided }), dutch);
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data } = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';' });
    expect(data[0]).toEqual(['Onderdeel', 'Wat', 'Wie', 'Toelichting']);
    expect(data.every((row) => row.length === 4)).toBe(true);
    const agreed = data.find(([part]) => part === 'Afgesproken');
    expect(agreed?.slice(1, 3)).toEqual(['Patiënten bellen', 'Sanne']);
    expect(data.filter(([part]) => part === 'Niet besloten').map(([, what]) => what)).toEqual([
      `'=HYPERLINK("http://boos.example")`,
      `'+31 bellen; "nu"`,
    ]);
    expect(writeMinutesCsv(someMinutes(), english)).toContain('Part,What,Who,Details');
  });

  it('are pages in PDF: A4, numbered, with every letter and nothing cut [MEET-11]', async () => {
    const long =
      'Een zin die lang genoeg is om over de regel te gaan, met € 12,50 → “geïnd” en łódź. ';
    const agreed = Array.from({ length: 30 }, (_, n) => ({
      ...{ title: `${n + 1}: ${long.repeat(3)}`, owner: 'Sanne', due: '2027-01-22' },
      ...{ checkOn: '2027-02-05', measure: null, unit: null, expected: null },
      observation: long,
    }));
    const bytes = Buffer.from(await writeMinutesPdf(someMinutes({ agreed }), dutch));
    const source = bytes.toString('latin1');
    expect(source.startsWith('%PDF-')).toBe(true);
    expect(source).toContain('/Lang (nl)');
    const pages = source.match(/\/MediaBox \[0 0 595\.28 841\.89\]/gu)?.length ?? 0;
    expect(pages).toBeGreaterThan(3);
    const written = textOf(bytes);
    for (let page = 1; page <= pages; page++)
      expect(written).toContain(`Pagina ${page} van ${pages}`);
    for (const sign of '€→“ïł') expect(written).toContain(sign);
    for (let n = 1; n <= 30; n++) expect(written).toContain(`${n}: Een zin`);
  });

  it('fit their schema as JSON [MEET-11]', () => {
    const kept: unknown = JSON.parse(JSON.stringify(someMinutes()));
    expect(minutesSchema.parse(kept)).toEqual(someMinutes());
  });
});

/** The words of a PDF as a reader copies them: glyphs by the font's own table of characters. */
function textOf(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const tables = streams.filter((text) => text.includes('beginbfrange')).map(charactersIn);
  return streams
    .filter((text) => text.includes(' Tf'))
    .map((content) => wordsIn(content, tables))
    .join('\n');
}

function streamsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/stream\n/gu)].flatMap(({ index }) => {
    const from = index + 'stream\n'.length;
    try {
      return inflateSync(pdf.subarray(from, source.indexOf('endstream', from))).toString('latin1');
    } catch {
      return [];
    }
  });
}

/** What a font's glyphs stand for, by their code. */
function charactersIn(table: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, first, , list] of table.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/gu)) {
    const from = Number.parseInt(first ?? '', 16);
    for (const [at, [, hex]] of [...(list ?? '').matchAll(/<(\w*)>/gu)].entries())
      characters.set(
        from + at,
        Buffer.from(hex ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
      );
  }
  return characters;
}

/** The lines of a page, once in the characters of each font: one of them is the one it is written in. */
function wordsIn(content: string, fonts: readonly ReadonlyMap<number, string>[]): string {
  const lines = [...content.matchAll(/\[(?<glyphs>[^\]]*)\] TJ/gu)].map(({ groups }) =>
    [...(groups?.['glyphs'] ?? '').matchAll(/<(\w+)>/gu)].map(([, hex]) => hex ?? '').join(''),
  );
  return fonts
    .flatMap((font) =>
      lines.map((line) =>
        (line.match(/.{4}/gu) ?? [])
          .map((code) => font.get(Number.parseInt(code, 16)) ?? '')
          .join(''),
      ),
    )
    .join('\n');
}
