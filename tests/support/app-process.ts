import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built product as its users run it: one process, one port, its own data directory. */
export interface AppProcess {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Its exit code once it is gone, whoever ended it; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Ends the process as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. Resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Everything it printed so far. */
  output(): string;
}

export interface AppOptions {
  readonly dataDir?: string;
  /** A free one by default; give one to come back at the same address. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

// A first start makes a database; on a busy machine that takes far longer than the usual three seconds.
const START_MS = 120_000;

/** Starts `dist/main.js` and waits until it says where it is. Rejects with its output when it ends first. */
export async function startApp({
  dataDir,
  port = 0,
  env = {},
}: AppOptions = {}): Promise<AppProcess> {
  const folder = dataDir ?? (await newDataDir());
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...withoutSettings(),
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: folder,
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await untilItSaysWhere(child, () => output);
  return {
    url,
    dataDir: folder,
    pid: child.pid ?? 0,
    ended,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'verbeterbord-'));
}

export async function removeDataDir(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
}

function untilItSaysWhere(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`did not start:\n${output()}`));
    }, START_MS);
    const look = (): void => {
      const [, url] = /Verbeterbord is at (\S+)/.exec(output()) ?? [];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}:\n${output()}`));
    });
  });
}

/** The tester's own settings must not reach the product under test. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...(PATH ? { PATH } : {}),
    ...(HOME ? { HOME } : {}),
    ...(TMPDIR ? { TMPDIR } : {}),
  } as NodeJS.ProcessEnv;
}
