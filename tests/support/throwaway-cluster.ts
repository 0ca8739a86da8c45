import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { findPrograms, serverUser } from './postgres-cluster.ts';

const run = promisify(execFile);

/** A Postgres server of a test's own, which may be killed, and come back at the same address. */
export class ThrowawayCluster {
  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly port: number,
    private readonly given: boolean,
  ) {}

  /**
   * Makes a server that is not running yet.
   *
   * @param folder where its files go; a new one by default
   * @throws Error when Postgres is not installed: ask `canStartCluster` first
   */
  static async make(folder?: string): Promise<ThrowawayCluster> {
    const programs = findPrograms();
    if (!programs) throw new Error('Postgres is not installed on this machine.');
    const place = folder ?? (await mkdtemp(join(tmpdir(), 'verbeterbord-cluster-')));
    const user = serverUser();
    if (user) await chown(place, user.uid, user.gid);
    const cluster = new ThrowawayCluster(programs, place, await freePort(), folder !== undefined);
    await cluster.init();
    return cluster;
  }

  get url(): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** Starts it, after a kill too. Rejects with what it printed when it does not start. */
  async start(): Promise<void> {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -k ${this.folder}`;
    const code = await this.control(['-w', '-t', '60', '-l', this.log, '-o', options, 'start']);
    if (code === 0) return;
    throw new Error(`Postgres did not start:\n${await this.printed()}`);
  }

  /** Everything the server printed so far. */
  printed(): Promise<string> {
    return readFile(this.log, 'utf8').catch(() => '');
  }

  /** Ends the server and every process of it as a power cut would, and waits until they are gone. */
  async kill(): Promise<void> {
    const postmaster = await this.pid();
    if (postmaster === undefined) return;
    const all = [postmaster, ...(await childrenOf(postmaster))];
    for (const pid of all) signal(pid, 'SIGKILL');
    while (all.some((pid) => signal(pid, 0))) await new Promise((again) => setTimeout(again, 5));
  }

  /** False when it has ended by itself. */
  async runs(): Promise<boolean> {
    const pid = await this.pid();
    return pid !== undefined && signal(pid, 0);
  }

  /** Leaves the folder when that was given to it. */
  async remove(): Promise<void> {
    await this.control(['-m', 'immediate', 'stop']);
    for (const path of [this.log, this.given ? this.data : this.folder]) {
      await rm(path, { recursive: true, force: true });
    }
  }

  private async init(): Promise<void> {
    const args = ['-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
    await run(join(this.programs, 'initdb'), ['-D', this.data, ...args], this.as);
  }

  private control(args: readonly string[]): Promise<number | null> {
    // The server keeps the streams it was started with: a pipe would never end.
    const options = { ...this.as, stdio: 'ignore' } as const;
    const child = spawn(join(this.programs, 'pg_ctl'), ['-D', this.data, ...args], options);
    return new Promise((resolve) => child.once('exit', resolve));
  }

  private async pid(): Promise<number | undefined> {
    const text = await readFile(join(this.data, 'postmaster.pid'), 'utf8').catch(() => '');
    return Number(text.split('\n')[0]) || undefined;
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  /** Beside the folder: what a server says of a full disk has to go somewhere. */
  private get log(): string {
    return `${this.folder}.log`;
  }

  private get as(): { cwd: string; uid?: number; gid?: number } {
    return { ...serverUser(), cwd: this.folder };
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await run('pgrep', ['-P', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter(Boolean).map(Number);
}

/** False when there is no such process. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
