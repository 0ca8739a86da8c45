import { cpus, loadavg, totalmem } from 'node:os';
import { Latencies } from '../load/latencies.ts';
import { short } from '../scenarios/figures.ts';
import type { Afterwards, Rows } from './afterwards.ts';
import type { Confirming, Sample } from './confirming.ts';
import { BOARDS, PEOPLE, PROPOSALS } from './crowd.ts';

const ALL = BOARDS * PROPOSALS;
/** Seconds that all may take, and milliseconds within which 95 of 100 are to be seen by others. */
const MAX_SECONDS = 60;
const MAX_P95 = 500;

export interface Outcome {
  readonly database: string;
  readonly proposing: number;
  readonly confirming: Confirming;
  readonly afterwards: Afterwards;
  readonly rows: Rows;
}

/** The outcome as a Markdown table; `met` is false when any limit was not. */
export function report({ database, proposing, confirming, afterwards, rows }: Outcome): {
  text: string;
  met: boolean;
} {
  const { seconds, requests, samples, wrong } = confirming;
  const { listed, shown } = afterwards;
  const exact = (what: string, ...counts: number[]): Line => {
    return {
      what,
      saw: counts.join(', '),
      limit: String(ALL),
      met: counts.every((n) => n === ALL),
    };
  };
  const lines: Line[] = [
    { what: `${ALL} proposals made, s`, saw: short(proposing) },
    within(`${ALL} confirmed and shown, ${requests} requests, s`, seconds, MAX_SECONDS),
    { what: 'answers that were wrong', saw: String(wrong.length), limit: '0', met: !wrong.length },
    exact('tasks in the list; actions that they are of', listed.tasks, listed.actions),
    exact('shown on the boards that are open; read anew', shown.open, shown.read),
    exact('rows: tasks, events, audit', rows.tasks, rows.confirmed, rows.audit),
    exact('mails to owners', rows.mails),
    ...latency(
      'confirm → answered, ms',
      samples.map(({ answered }) => answered),
    ),
    ...latency('confirm → on another person’s board, ms', samples.map(onBoard), MAX_P95),
    ...latency('confirm → in another person’s task list, ms', samples.map(inList), MAX_P95),
  ];
  const head = `## ${database}\n\n| | | limit | |\n| --- | ---: | ---: | --- |\n`;
  const met = lines.every((line) => line.met !== false);
  return { text: `${head}${lines.map(rowOf).join('\n')}\n`, met };
}

interface Line {
  readonly what: string;
  readonly saw: string;
  readonly limit?: string;
  readonly met?: boolean;
}

const onBoard = (sample: Sample): number => sample.onBoard;
const inList = (sample: Sample): number => sample.inList;

function within(what: string, value: number, limit: number): Line {
  return { what, saw: short(value), limit: `< ${limit}`, met: value < limit };
}

function latency(what: string, values: readonly number[], limit?: number): Line[] {
  const latencies = new Latencies();
  for (const value of values) latencies.add(value);
  const [p50 = NaN, p95 = NaN, p99 = NaN] = latencies.at(0.5, 0.95, 0.99);
  const named = `${what} (${values.length})`;
  return [
    { what: `${named}: p50, p99`, saw: `${short(p50)}, ${short(p99)}` },
    limit === undefined
      ? { what: `${named}: p95`, saw: short(p95) }
      : within(`${named}: p95`, p95, limit),
  ];
}

function rowOf({ what, saw, limit = '', met }: Line): string {
  const verdict = met === undefined ? '' : met ? 'met' : '**not met**';
  return `| ${[what, saw, limit, verdict].join(' | ')} |`;
}

/** The machine, the day and what was asked, for whoever reads the figures later. */
export function circumstances(every: number): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const pace = every === 0 ? 'as fast as it goes' : `one every ${every} ms each`;
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},`,
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB of memory, loopback,`,
    `no TLS; server and clients share the cores. ${PEOPLE} people of one team on ${BOARDS} boards,`,
    `${pace}. ${load(cpus().length)}`,
  ].join('\n');
}

/** What else the machine had to do before; the bench itself is what loads it afterwards. */
function load(cores: number): string {
  const [running = NaN] = loadavg();
  const said = `Load before it began: ${short(running)}`;
  return running < cores / 2
    ? `${said}.`
    : `${said}: **the machine was not quiet, latencies mean little.**`;
}
