import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process of its own that runs one of the programs beside this file. */
export interface Child {
  /** Every line it has printed so far. */
  readonly lines: readonly string[];
  /** Resolves once the test is true for the lines so far; rejects if it ends before. */
  until(test: (lines: readonly string[]) => boolean): Promise<void>;
  /** kill -9; resolves when it is gone and everything it printed was read. */
  kill(): Promise<void>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
}

export function startChild(program: string, args: string[]): Child {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new RunningChild(child);
}

type Program = ChildProcessByStdio<null, Readable, null>;

class RunningChild implements Child {
  readonly lines: string[] = [];
  readonly #child: Program;
  readonly #closed: Promise<unknown>;
  #isClosed = false;
  #onChange = () => {};

  constructor(child: Program) {
    this.#child = child;
    this.#closed = once(child, 'close').then(() => {
      this.#isClosed = true;
      this.#onChange();
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.lines.push(line);
      this.#onChange();
    });
  }

  until(test: (lines: readonly string[]) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#onChange = () => {
        if (test(this.lines)) resolve();
        else if (this.#isClosed) reject(new Error(`It ended after: ${this.lines.join('\n')}`));
      };
      this.#onChange();
    });
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  async ended(): Promise<number | null> {
    await this.#closed;
    return this.#child.exitCode;
  }
}
