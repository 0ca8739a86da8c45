import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Scenario } from './bench.ts';
import { LoadProcess } from './load-process.ts';
import { hottest } from './profile.ts';
import { circumstances, Results } from './results.ts';
import { cursors } from './scenarios/cursors.ts';
import { fanOut } from './scenarios/fan-out.ts';
import { idleBoards } from './scenarios/idle-boards.ts';
import { joins } from './scenarios/joins.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { slowReader } from './scenarios/slow-reader.ts';
import { ServerProcess } from './server-process.ts';
import { targets } from './targets.ts';

const scenarios = [fanOut, manyRooms, cursors, joins, idleBoards, slowReader];
const RESULTS = 'tests/bench/RESULTS.md';

const options = readOptions();
const began = performance.now();
const scratch = mkdtempSync(join(tmpdir(), 'verbeterbord-bench-'));
const profiles: string[] = [];
const bundleDir = import.meta.dirname;
const template = await makeTemplate();
const bench: Bench = {
  quick: options.quick,
  load: new LoadProcess(bundleDir),
  bystanders: new LoadProcess(bundleDir),
  onProfile: options.profile
    ? (target, profile) => profiles.push(hottest(profile, target.title))
    : undefined,
  start: (target, { idleMs } = {}) =>
    ServerProcess.start(target, { bundleDir, scratch, template, idleMs }),
};
try {
  await runAll();
} finally {
  bench.load.end();
  bench.bystanders.end();
  rmSync(scratch, { recursive: true, force: true });
}

async function runAll(): Promise<void> {
  const results = new Results();
  for (let round = 1; round <= options.rounds; round++) {
    for (const scenario of options.scenarios) await runRound(results, scenario, round);
  }
  const minutes = (performance.now() - began) / 60_000;
  const text = [
    '# Results of `npm run bench:sync`\n',
    `${circumstances(options.rounds, minutes)}\n`,
    ...options.scenarios.map((scenario) => results.table(scenario)),
    results.verdicts(),
  ].join('\n');
  say(`\n${text}`);
  for (const profile of profiles) say(profile);
  if (options.isWhole) writeFileSync(RESULTS, text);
}

async function runRound(results: Results, scenario: Scenario, round: number): Promise<void> {
  for (const target of options.targets.filter((each) => scenario.measures(each))) {
    const started = performance.now();
    results.add(scenario, target.name, await scenario.run(bench, target));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`round ${round}, ${scenario.name}, ${target.name}: ${seconds} s`);
  }
}

/** A database that was already made, so that no server of ours starts by making one. */
async function makeTemplate(): Promise<string> {
  const server = await ServerProcess.start(oneOf(targets, 'ours'), { bundleDir, scratch });
  await server.end();
  return server.dataDir;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      target: { type: 'string', multiple: true, default: [] },
      profile: { type: 'boolean', default: false },
    },
  });
  const { quick, only, target, profile } = values;
  return {
    quick,
    profile,
    rounds: Number(values.rounds ?? (quick ? 1 : 3)),
    scenarios: only.length > 0 ? only.map((name) => oneOf(scenarios, name)) : scenarios,
    targets: target.length > 0 ? target.map((name) => oneOf(targets, name)) : targets,
    /** Only a whole run is a result. */
    isWhole: ![quick, profile, only.length, target.length, values.rounds].some(Boolean),
  };
}

function oneOf<T extends { name: string }>(all: readonly T[], name: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is none of ${all.map((each) => each.name).join(', ')}`);
  return found;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
