import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { medianOf } from '../median.ts';
import { MB, short } from '../scenarios/figures.ts';
import { growthByDragging } from './growth.ts';
import { measure, measureScript } from './measure.ts';
import type { Figures } from './measure.ts';
import { benchNotes } from './notes.ts';
import { ours, stock } from './product.ts';

const NOTES = 2_000;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
const notes = benchNotes(NOTES);
const products = [await stock(dirname(fileURLToPath(import.meta.url)), notes), await ours(notes)];
process.stdout.write(values.only === 'javascript' ? await weigh() : await compare());
for (const product of products) await product.stop();
process.exit(0);

/** A browser of its own each time: nothing compiled or cached is left from the one before. */
async function inBrowser<T>(act: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: ['--no-sandbox'],
  });
  const answer = await act(browser);
  await browser.close();
  return answer;
}

async function weigh(): Promise<string> {
  const bytes: number[] = [];
  for (const product of products)
    bytes.push(await inBrowser((browser) => measureScript(browser, product)));
  const [theirs = NaN, own = NaN] = bytes;
  return `JavaScript loaded, bytes: tldraw ${theirs}, Verbeterbord ${own}, ratio ${(own / theirs).toFixed(3)} (promised ≤ 1.15)\n`;
}

async function compare(): Promise<string> {
  const seen: Figures[][] = products.map(() => []);
  for (let round = 1; round <= rounds; round++) {
    for (const [at, product] of products.entries()) {
      seen[at]?.push(await inBrowser((browser) => measure(browser, product)));
      process.stderr.write(`round ${round}, ${product.name}\n`);
    }
  }
  return report(seen);
}

function report(seen: readonly Figures[][]): string {
  const [theirs, own] = seen.map(medians);
  if (!theirs || !own) return '';
  const { before, after } = growthByDragging();
  const grown = (after / before - 1) * 100;
  const line = (what: string, of: (figures: Figures) => number, ratio: number, limit: string) =>
    `| ${[what, short(of(theirs)), short(of(own)), short(ratio), limit].join(' | ')} |`;
  return `
${NOTES} notes with words, Chromium, window of 1440 × 900, medians of ${rounds} rounds in turn

| | tldraw 3.15.6 | Verbeterbord | ratio | promised |
| --- | ---: | ---: | ---: | --- |
${line('open, until every note in view shows its words, ms', (of) => of.paint, theirs.paint / own.paint, '≥ 5')}
${line('until they can be worked on, ms', (of) => of.work, theirs.work / own.work, '')}
${line('panning at 100 %, CPU slowed 4 ×, frames a second', (of) => of.pan, own.pan / theirs.pan, '≥ 3')}
${line('panning with all in view, CPU slowed 4 ×, frames a second', (of) => of.panFar, own.panFar / theirs.panFar, '≥ 3')}
${line('20 notes moved by others, ms of main thread a time', (of) => of.move, own.move / theirs.move, '< 16.7 ms')}
${line('heap with all loaded, MB', (of) => of.heap / MB, own.heap / theirs.heap, '≤ 0.5')}
${line('nodes in the page', (of) => of.nodes, own.nodes / theirs.nodes, '')}
${line('JavaScript loaded, MB', (of) => of.script / MB, own.script / theirs.script, '≤ 1.15')}

The stored document of 2,000 notes after 300 drags of 60 frames: ${short(grown)} % larger (${before} to ${after} bytes; promised at most 10 %).
`;
}

function medians(all: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => medianOf(all.map((figures) => figures[name]));
  return {
    paint: of('paint'),
    work: of('work'),
    pan: of('pan'),
    panFar: of('panFar'),
    move: of('move'),
    heap: of('heap'),
    nodes: of('nodes'),
    script: of('script'),
  };
}
