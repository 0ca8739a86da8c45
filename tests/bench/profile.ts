/** What V8's profiler says, as far as we read it. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

const TOP = 20;

/** Where a server's main thread spent its time: by package, by function, and with what they called. */
export function hottest(profile: CpuProfile, title: string): string {
  const parents = parentsOf(profile);
  const spent = spentPerNode(profile);
  for (const node of profile.nodes) if (isOurs(node, parents)) spent.delete(node.id);
  const idle = sum(profile, spent, (node) => (isIdle(node) ? ['idle'] : [])).get('idle') ?? 0;
  const busy = [...spent.values()].reduce((a, b) => a + b, 0) - idle;
  const section = (head: string, namesOf: (node: ProfileNode) => string[]): string => {
    const times = sum(profile, spent, (node) => (isIdle(node) ? [] : namesOf(node)));
    return `${head}\n${top(times, busy)}`;
  };
  return [
    `\n## ${title}: main thread ${ms(busy)} busy, ${ms(idle)} idle`,
    section('By package, itself:', (node) => [packageOf(node)]),
    section('By function, itself:', (node) => [nameOf(node)]),
    section('By function, with what it called:', (node) => stackOf(node, parents)),
  ].join('\n\n');
}

/** Starting to profile takes time that is then seen in the profile. */
function isOurs(node: ProfileNode, parents: ReadonlyMap<number, ProfileNode>): boolean {
  return stackOf(node, parents).some((name) => name.startsWith('startProfile '));
}

function spentPerNode({ samples, timeDeltas }: CpuProfile): Map<number, number> {
  const spent = new Map<number, number>();
  samples.forEach((id, at) => spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[at] ?? 0)));
  return spent;
}

function sum(
  { nodes }: CpuProfile,
  spent: ReadonlyMap<number, number>,
  namesOf: (node: ProfileNode) => string[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const node of nodes) {
    const us = spent.get(node.id) ?? 0;
    if (us === 0) continue;
    for (const name of namesOf(node)) sums.set(name, (sums.get(name) ?? 0) + us);
  }
  return sums;
}

function top(times: ReadonlyMap<string, number>, busy: number): string {
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, TOP);
  return sorted.map(([name, us]) => `${share(us / busy)}  ${ms(us)}  ${name}`).join('\n');
}

function parentsOf({ nodes }: CpuProfile): Map<number, ProfileNode> {
  return new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])));
}

/** The functions of files that are being run at the node; each once, however often it is on the stack. */
function stackOf(node: ProfileNode, parents: ReadonlyMap<number, ProfileNode>): string[] {
  const names = new Set<string>();
  for (let at: ProfileNode | undefined = node; at; at = parents.get(at.id)) {
    const { url } = at.callFrame;
    if (url !== '' && !url.startsWith('node:')) names.add(nameOf(at));
  }
  return [...names];
}

function packageOf({ callFrame: { functionName, url } }: ProfileNode): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'native code';
  if (url.startsWith('node:')) return 'Node';
  const inside = url.split('node_modules/').at(-1) ?? url;
  if (inside === url) return url.split('/').at(-1) ?? url;
  return inside.split('/', inside.startsWith('@') ? 2 : 1).join('/');
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  const file = url.split('node_modules/').at(-1)?.split('/').slice(-2).join('/');
  return url === '' ? name : `${name} ${file ?? url}:${lineNumber + 1}`;
}

const isIdle = ({ callFrame }: ProfileNode): boolean => callFrame.functionName === '(idle)';
const ms = (us: number): string => `${(us / 1000).toFixed(0).padStart(5)} ms`;
const share = (part: number): string => `${(part * 100).toFixed(1).padStart(5)} %`;
