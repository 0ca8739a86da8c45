import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measured, Scenario } from './bench.ts';
import { LoadProcess } from './load-process.ts';
import { ServerProcess } from './server-process.ts';
import { ours } from './targets.ts';
import type { Target } from './targets.ts';

export type StageOptions = Pick<Bench, 'quick' | 'onProfile'>;

/** Sets up the processes for one scenario and one target at a time, and clears them away. */
export class Stage {
  private readonly scratch = mkdtempSync(join(tmpdir(), 'verbeterbord-bench-'));
  private readonly bundleDir = import.meta.dirname;
  private template: string | undefined;

  constructor(private readonly options: StageOptions) {}

  /** Every run begins with new processes: none profits from what another has warmed up. */
  async run(scenario: Scenario, target: Target): Promise<Measured> {
    this.template ??= await this.makeTemplate();
    const servers: ServerProcess[] = [];
    const load = new LoadProcess(this.bundleDir);
    const bystanders = new LoadProcess(this.bundleDir);
    const start: Bench['start'] = async (which, { idleMs } = {}) => {
      const server = await this.start(which, idleMs);
      servers.push(server);
      return server;
    };
    try {
      return await scenario.run({ ...this.options, load, bystanders, start }, target);
    } finally {
      for (const process of [load, bystanders, ...servers]) process.kill();
    }
  }

  /** Leaves nothing behind. */
  clear(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private start(target: Target, idleMs?: number): Promise<ServerProcess> {
    const { bundleDir, scratch, template } = this;
    return ServerProcess.start(target, { bundleDir, scratch, template, idleMs });
  }

  /** A database that was already made, so that no server of ours starts by making one. */
  private async makeTemplate(): Promise<string> {
    const server = await this.start(ours);
    await server.end();
    return server.dataDir;
  }
}
