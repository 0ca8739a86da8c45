import { Worker } from 'node:worker_threads';

/** The embedded Postgres as the main thread sees it. */
export interface WorkerDatabase {
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
  /** How many times a file was synced to disk since the start. */
  fsyncs(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts Postgres on a directory of its own, which is made when it does not exist; the caller holds the lock on it.
 *
 * @param onLost called once when it stops without being closed; whatever was asked of it is rejected
 * @throws Error with what Postgres said when it does not start
 */
export async function startWorkerDatabase(
  directory: string,
  onLost: (error: Error) => void,
): Promise<WorkerDatabase> {
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { directory },
    execArgv: [],
  });
  const database = new WorkerConnection(worker, onLost);
  await database.ready;
  return database;
}

type Answer = { ready: true } | { lost: string } | { id: number; answer: unknown };
type Question = { bytes: Uint8Array } | { ask: 'fsyncs' | 'close' };
type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void };

const READY = 0;

class WorkerConnection implements WorkerDatabase {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  readonly #onLost: (error: Error) => void;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = READY;
  #state: 'starting' | 'running' | 'closing' | 'gone' = 'starting';
  #reason = 'it stopped';

  constructor(worker: Worker, onLost: (error: Error) => void) {
    this.#worker = worker;
    this.#onLost = onLost;
    this.ready = new Promise((resolve, reject) => this.#waiting.set(READY, { resolve, reject }));
    worker.on('message', (answer: Answer) => this.#receive(answer));
    worker.on('error', (error) => (this.#reason = error.message));
    worker.on('exit', () => this.#leave());
  }

  async exchange(bytes: Uint8Array): Promise<Uint8Array> {
    // pg writes into a shared buffer, which would be copied whole; a copy of our part moves without copying again.
    const copy = Uint8Array.from(bytes);
    return (await this.#ask({ bytes: copy }, [copy.buffer])) as Uint8Array;
  }

  async fsyncs(): Promise<number> {
    return Number(await this.#ask({ ask: 'fsyncs' }));
  }

  async close(): Promise<void> {
    if (this.#state === 'gone') return;
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#state = 'closing';
    await this.#ask({ ask: 'close' });
    await exited;
  }

  #ask(question: Question, transfer: ArrayBuffer[] = []): Promise<unknown> {
    if (this.#state === 'gone') return Promise.reject(this.#lost());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...question }, transfer);
    });
  }

  #receive(message: Answer): void {
    if ('lost' in message) this.#reason = message.lost;
    else if ('ready' in message) this.#settle(READY, undefined);
    else this.#settle(message.id, message.answer);
  }

  #settle(id: number, answer: unknown): void {
    if (id === READY) this.#state = 'running';
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }

  #leave(): void {
    const unexpected = this.#state === 'running';
    this.#state = 'gone';
    for (const { reject } of this.#waiting.values()) reject(this.#lost());
    this.#waiting.clear();
    if (unexpected) this.#onLost(this.#lost());
  }

  #lost(): Error {
    return new Error(`The embedded database is gone: ${this.#reason}`);
  }
}
