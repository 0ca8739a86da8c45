import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What V8 writes with `--cpu-prof`, as far as we read it. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

const TOP = 30;

/** The functions in which a server's threads spent most time themselves, as lines of text. */
export function hottest(folder: string, title: string): string {
  if (!existsSync(folder)) return '';
  const profiles = readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  return profiles
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile)
    .map((profile, at) => `\n## ${title}, profile ${at + 1}\n\n${linesOf(profile).join('\n')}`)
    .join('\n');
}

function linesOf(profile: CpuProfile): string[] {
  const spent = spentBy(profile);
  const idle = spent.get('(idle)') ?? 0;
  spent.delete('(idle)');
  const busy = [...spent.values()].reduce((sum, us) => sum + us, 0);
  const top = [...spent].sort(([, a], [, b]) => b - a).slice(0, TOP);
  return [
    `${ms(busy)} busy, ${ms(idle)} idle`,
    ...top.map(([who, us]) => `${((us / busy) * 100).toFixed(1).padStart(5)} %  ${ms(us)}  ${who}`),
  ];
}

function spentBy({ nodes, samples, timeDeltas }: CpuProfile): Map<string, number> {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  samples.forEach((id, at) => {
    const name = names.get(id) ?? '?';
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return spent;
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']) {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  const file = url.includes('node_modules/')
    ? url.split('node_modules/').at(-1)
    : url.split('/').at(-1);
  return `${name} ${file ?? url}:${lineNumber + 1}`;
}

const ms = (us: number): string => `${(us / 1000).toFixed(0)} ms`;
