import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface ChildOptions {
  readonly script: string;
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
}

/** Milliseconds that no honest answer takes, also on a busy machine. */
const ANSWER_MS = 90_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A process of the benchmark that answers questions; ends with it. */
export class Child {
  /** The first thing it says of itself, before any question. */
  readonly ready: Promise<unknown>;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor({ script, args = [], execArgv = [] }: ChildOptions) {
    this.process = fork(script, args, {
      execArgv: [...execArgv],
      // What it says when it starts is no result; what goes wrong is everybody's business.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.ready = new Promise((resolve, reject) => this.waiting.set(0, { resolve, reject }));
    this.ready.catch(() => {});
    this.process.on('message', (message) => this.hear(message as { id?: number }));
    this.process.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`${script} ended: ${code}`));
    });
  }

  /** Rejects with what went wrong there, when the process ended, and when no answer comes. */
  ask(question: object): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const late = new Error(`no answer in ${ANSWER_MS / 1000} s to ${JSON.stringify(question)}`);
      const timer = setTimeout(reject, ANSWER_MS, late);
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          how(value);
        };
      this.waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.process.send({ id, ...question });
    });
  }

  /** Resolves when it is gone. */
  async ended(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await once(this.process, 'exit');
    }
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  private hear(message: { id?: number; answer?: unknown; error?: string }): void {
    const id = message.id ?? 0;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (message.error !== undefined) waiting?.reject(new Error(message.error));
    else waiting?.resolve(id === 0 ? message : message.answer);
  }
}
