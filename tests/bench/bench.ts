import { cpus } from 'node:os';
import type { LoadProcess } from './load-process.ts';
import type { CpuProfile } from './profile.ts';
import type { ServerOptions, ServerProcess } from './server-process.ts';
import type { Target } from './targets.ts';

/** What a scenario measured of one target in one round, by name. */
export type Measured = Readonly<Record<string, number>>;

/** What every scenario works with. */
export interface Bench {
  /** Shorter, for a look while working; its figures are no results. */
  readonly quick: boolean;
  readonly load: LoadProcess;
  /** A second one, for those whose latency must not wait behind what the first one reads. */
  readonly bystanders: LoadProcess;
  /** Given what a server's main thread did in a measured stretch, when profiles are wanted. */
  readonly onProfile?: ((server: Target, profile: CpuProfile) => void) | undefined;
  start(target: Target, options?: Pick<ServerOptions, 'idleMs'>): Promise<ServerProcess>;
}

export interface Column {
  readonly head: string;
  /** `of` gives the median of a measured name; NaN when it was not measured. */
  cell(of: (name: string) => number): string;
}

export interface Scenario {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  measures(target: Target): boolean;
  run(bench: Bench, target: Target): Promise<Measured>;
}

/** What `work` cost. */
export interface Cost<T> {
  readonly result: T;
  /** Milliseconds of CPU of the server, all threads. */
  readonly cpuMs: number;
  /** Of that the main thread's; NaN where the system does not tell. */
  readonly mainMs: number;
  /** Cores that processes outside the benchmark kept busy meanwhile. */
  readonly foreign: number;
}

export async function costOf<T>(
  bench: Bench,
  server: ServerProcess,
  work: () => Promise<T>,
): Promise<Cost<T>> {
  if (bench.onProfile) await server.profile();
  const before = await state(bench, server);
  const result = await work();
  const after = await state(bench, server);
  bench.onProfile?.(server.target, await server.profiled());
  const cpuMs = after.server - before.server;
  const mainMs = after.main - before.main;
  const known = after.known - before.known;
  const foreign = (after.busy - before.busy - known) / (after.at - before.at);
  return { result, cpuMs, mainMs, foreign: Math.max(0, foreign) };
}

async function state(bench: Bench, server: ServerProcess) {
  const [{ cpuMs, mainMs }, load, bystanders] = await Promise.all([
    server.usage(),
    bench.load.do('cpu'),
    bench.bystanders.do('cpu'),
  ]);
  const { user, system } = process.cpuUsage();
  const known = cpuMs + load + bystanders + (user + system) / 1000;
  return { at: performance.now(), busy: busyMs(), server: cpuMs, main: mainMs ?? NaN, known };
}

/** Milliseconds that all cores together were busy since the machine started. */
function busyMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys, 0);
}
