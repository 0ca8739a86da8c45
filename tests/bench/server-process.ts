import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { Aim } from './load/commands.ts';
import type { CpuProfile } from './profile.ts';
import type { Target } from './targets.ts';

export interface Usage {
  /** Milliseconds since the process began, all its threads. */
  readonly cpuMs: number;
  /** The same of the main thread alone; null where the system does not tell. */
  readonly mainMs: number | null;
  /** Bytes; `heap` is V8's and the buffers outside it. */
  readonly rss: number;
  readonly heap: number;
}

export interface ServerOptions {
  readonly bundleDir: string;
  /** Where data directories are made. */
  readonly scratch: string;
  /** A data directory to begin with. */
  readonly template?: string | undefined;
  /** Milliseconds that ours keeps an empty room; the others have no such setting. */
  readonly idleMs?: number | undefined;
}

/** A server under measurement with a throw-away data directory. */
export class ServerProcess {
  private constructor(
    readonly target: Target,
    readonly dataDir: string,
    private readonly options: ServerOptions,
    private child: Child,
    private port: number,
  ) {}

  static async start(target: Target, options: ServerOptions): Promise<ServerProcess> {
    const dataDir = mkdtempSync(join(options.scratch, `${target.name}-`));
    if (target.name === 'ours' && options.template !== undefined) {
      cpSync(options.template, dataDir, { recursive: true });
    }
    const { child, port } = await launch(target, dataDir, options);
    return new ServerProcess(target, dataDir, options, child, port);
  }

  /** Where the load has to go, for boards of so many records. */
  aim(records: number): Aim {
    const { wire, keepsDocuments } = this.target;
    return { port: this.port, wire, records, keeps: keepsDocuments };
  }

  async makeBoards(ids: readonly string[]): Promise<void> {
    await this.child.ask({ ask: 'boards', ids });
  }

  usage(): Promise<Usage> {
    return this.child.ask({ ask: 'usage' }) as Promise<Usage>;
  }

  /** The same after collecting garbage. */
  heap(): Promise<Usage> {
    return this.child.ask({ ask: 'heap' }) as Promise<Usage>;
  }

  /** Profiles the main thread until `profiled`, which returns what V8 saw. */
  async profile(): Promise<void> {
    await this.child.ask({ ask: 'profile' });
  }

  profiled(): Promise<CpuProfile> {
    return this.child.ask({ ask: 'profiled' }) as Promise<CpuProfile>;
  }

  /** Begins again on the same data. */
  async restart(): Promise<void> {
    await this.end();
    const { child, port } = await launch(this.target, this.dataDir, this.options);
    this.child = child;
    this.port = port;
  }

  /** Ends at once and leaves nothing behind. */
  async stop(): Promise<void> {
    this.kill();
    await this.child.ended();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  kill(): void {
    this.child.kill();
  }

  /** Ends in good order; the data stays. */
  async end(): Promise<void> {
    const timer = setTimeout(() => this.kill(), STOP_MS);
    await this.child.ask({ ask: 'stop' }).catch(() => {});
    await this.child.ended();
    clearTimeout(timer);
  }
}

/** Milliseconds that a server may take to end. */
const STOP_MS = 15_000;

async function launch(
  target: Target,
  dataDir: string,
  { bundleDir, idleMs }: ServerOptions,
): Promise<{ child: Child; port: number }> {
  const ours = target.name === 'ours';
  const child = new Child({
    script: ours ? join(bundleDir, target.script) : target.script,
    args: [dataDir, ...(ours && idleMs !== undefined ? [String(idleMs)] : [])],
    execArgv: ['--expose-gc'],
  });
  const { port } = (await child.ready) as { port: number };
  return { child, port };
}
