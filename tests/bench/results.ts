import { cpus, totalmem } from 'node:os';
import type { Measured, Scenario } from './bench.ts';
import { medianOf } from './median.ts';
import { verdicts } from './ratios.ts';
import type { Medians } from './ratios.ts';
import { short } from './scenarios/figures.ts';
import { targets } from './targets.ts';
import type { TargetName } from './targets.ts';

/** Everything measured so far. */
export class Results {
  private readonly rounds = new Map<string, Measured[]>();

  add(scenario: Scenario, target: TargetName, measured: Measured): void {
    const key = `${scenario.name} ${target}`;
    this.rounds.set(key, [...(this.rounds.get(key) ?? []), measured]);
  }

  readonly median: Medians = (scenario, target, name) => {
    const rounds = this.rounds.get(`${scenario} ${target}`) ?? [];
    return medianOf(rounds.flatMap((measured) => measured[name] ?? []));
  };

  /** A Markdown table, a row for each target. */
  table({ name: scenario, title, columns }: Scenario): string {
    const rows = targets
      .filter(({ name }) => this.rounds.has(`${scenario} ${name}`))
      .map(({ name, title: who }) => {
        const of = (what: string): number => this.median(scenario, name, what);
        return [who, ...columns.map(({ cell }) => cell(of))];
      });
    const head = ['', ...columns.map((column) => column.head)];
    const lines = [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows];
    const foreign = this.foreign(scenario);
    const note = foreign === undefined ? '' : `\n${noteOn(foreign)}\n`;
    return `## ${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n${note}`;
  }

  verdicts(): string {
    return `## What was promised\n\n${verdicts(this.median)
      .map((line) => `- ${line}`)
      .join('\n')}\n`;
  }

  /** The most that others took in the middle round, in percent of a core. */
  private foreign(scenario: string): number | undefined {
    const medians = targets
      .map(({ name }) => this.median(scenario, name, 'foreign'))
      .filter((value) => !Number.isNaN(value));
    return medians.length === 0 ? undefined : Math.max(...medians) * 100;
  }
}

/** Percent of a core beyond which latencies tell more about the machine than about the servers. */
const NOISY = 25;

function noteOn(foreign: number): string {
  const said = `Other processes took ${short(foreign)} % of a core`;
  return foreign <= NOISY
    ? `${said}.`
    : `${said}: **the machine was not quiet, latencies mean little.**`;
}

/** The machine and the day, for whoever reads the figures later. */
export function circumstances(rounds: number, minutes: number): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},`,
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB of memory, loopback,`,
    `no TLS; medians of ${rounds} rounds, targets in turn in each; ${minutes.toFixed(1)} minutes.`,
    'Server and clients share the cores. CPU is user and system time of the server process, all its',
    'threads (the embedded database of ours among them), for 1,000 messages delivered to others.',
  ].join('\n');
}
