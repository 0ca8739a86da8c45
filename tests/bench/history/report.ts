import { cpus, loadavg } from 'node:os';
import { MB, short } from '../scenarios/figures.ts';
import type { AnyPoint } from './any-point.ts';
import type { ManySnapshots } from './many-snapshots.ts';
import type { WhileDrawing } from './while-drawing.ts';

/** Milliseconds by which a snapshot may raise the p99 of those who draw, and a point may take. */
const MAX_RAISED = 50;
const MAX_OPENING = 500;
/** Times the final size that all snapshots together may take. */
const MAX_TIMES = 3;

export interface Outcome {
  readonly database: string;
  /** Of the board that is drawn on. */
  readonly bytes: number;
  readonly board: { readonly people: number };
  readonly drawing: WhileDrawing;
  readonly point: AnyPoint;
  readonly snapshots: ManySnapshots;
}

interface Line {
  readonly what: string;
  readonly saw: string;
  readonly limit?: string;
  readonly met?: boolean;
}

/** The outcome as a Markdown table; `met` is false when any limit was not. */
export function report(outcome: Outcome): { text: string; met: boolean } {
  const { database, bytes, board, drawing, point, snapshots } = outcome;
  const [p50 = NaN, , max = NaN] = point.openings.at(0.5, 0.99, 1);
  const times = snapshots.spentBytes / snapshots.finalBytes;
  const { quiet } = drawing;
  const size = short(bytes / MB);
  const lines: Line[] = [
    {
      what: `${board.people} people draw on ${size} MB: p50, p99, ms`,
      saw: pair(quiet.p50, quiet.p99),
    },
    {
      what: `the same while ${drawing.taken} snapshots are taken: p50, p99, ms`,
      saw: pair(drawing.snapshots.p50, drawing.snapshots.p99),
    },
    within('p99 raised by, ms', drawing.snapshots.p99 - quiet.p99, MAX_RAISED),
    { what: `${point.openings.count} points of the history opened: p50, ms`, saw: short(p50) },
    within('the slowest, ms', max, MAX_OPENING),
    { what: 'the newest points listed, ms', saw: short(point.listing) },
    {
      what: `${snapshots.count} snapshots; the board in the end, MB`,
      saw: pair(snapshots.spentBytes / MB, snapshots.finalBytes / MB),
    },
    within('times the final size', times, MAX_TIMES),
  ];
  const head = `## ${database}\n\n| | | limit | |\n| --- | ---: | ---: | --- |\n`;
  const met = lines.every((line) => line.met !== false);
  return { text: `${head}${lines.map(rowOf).join('\n')}\n`, met };
}

function within(what: string, value: number, limit: number): Line {
  return { what, saw: short(value), limit: `< ${limit}`, met: value < limit };
}

function pair(one: number, other: number): string {
  return `${short(one)}, ${short(other)}`;
}

function rowOf({ what, saw, limit = '', met }: Line): string {
  const verdict = met === undefined ? '' : met ? 'met' : '**not met**';
  return `| ${[what, saw, limit, verdict].join(' | ')} |`;
}

/** The machine, the day and what was asked, for whoever reads the figures later. */
export function circumstances(scale: number): string {
  const [running = NaN] = loadavg();
  const quiet = running < cpus().length / 2;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},`,
    `${cpus().length} cores; server and people share them. Scale ${scale}.`,
    `Load before it began: ${short(running)}${quiet ? '.' : ': **the machine was not quiet.**'}`,
  ].join('\n');
}
