import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Scenario } from './bench.ts';
import { readOptions } from './options.ts';
import { hottest } from './profile.ts';
import { circumstances, Results } from './results.ts';
import { Stage } from './stage.ts';
import type { Target } from './targets.ts';

const RESULTS = 'tests/bench/RESULTS.md';

const options = readOptions();
const began = performance.now();
const results = new Results();
const profiles: string[] = [];
const failures: string[] = [];
const stage = new Stage({
  quick: options.quick,
  onProfile: options.profile
    ? (target, profile) => profiles.push(hottest(profile, target.title))
    : undefined,
});
process.on('exit', () => stage.clear());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
await runRounds();
const text = report();
say(`\n${text}`);
for (const profile of profiles) say(profile);
for (const failure of failures) say(`FAILED: ${failure}`);
if (options.isWhole && failures.length === 0) await keep(text);
process.exitCode = failures.length > 0 ? 1 : 0;

async function runRounds(): Promise<void> {
  for (let round = 1; round <= options.rounds; round++) {
    for (const scenario of options.scenarios) {
      const measured = options.targets.filter((target) => scenario.measures(target));
      for (const target of measured) await runOne(scenario, target, round);
    }
  }
}

async function runOne(scenario: Scenario, target: Target, round: number): Promise<void> {
  const who = `round ${round}, ${scenario.name}, ${target.name}`;
  const started = performance.now();
  try {
    results.add(scenario, target.name, await stage.run(scenario, target));
    say(`${who}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    failures.push(`${who}: ${String(error)}`);
    say(`${who}: ${String(error)}`);
  }
}

function report(): string {
  const minutes = (performance.now() - began) / 60_000;
  return [
    '# Results of `npm run bench:sync`\n',
    `${circumstances(options.rounds, minutes)}\n`,
    ...options.scenarios.map((scenario) => results.table(scenario)),
    results.verdicts(),
  ].join('\n');
}

async function keep(markdown: string): Promise<void> {
  const style = await resolveConfig(RESULTS);
  writeFileSync(RESULTS, await format(markdown, { ...style, parser: 'markdown' }));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
