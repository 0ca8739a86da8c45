import type { Logger } from 'pino';

type Stop = () => Promise<void> | void;

// After this the process ends whatever hangs: a supervisor waits no longer either.
const LONGEST_MS = 10_000;

/** Ends the process in good order, once: what was started last stops first. */
export class Ending {
  readonly #log: Logger;
  readonly #stops: Stop[] = [];
  #begun = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Ends on signals, and on errors that nobody caught: a clean start is safer than going on. */
  watch(): void {
    process.once('SIGTERM', () => void this.end(0));
    process.once('SIGINT', () => void this.end(0));
    process.on('unhandledRejection', (error) =>
      this.#broken(error, 'a promise was rejected and nobody heard'),
    );
    process.on('uncaughtException', (error) => this.#broken(error, 'an error was not caught'));
  }

  add(...stops: Stop[]): void {
    this.#stops.push(...stops);
  }

  async end(code: number): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    for (const stop of this.#stops.toReversed()) await this.#try(stop);
    process.exit(code);
  }

  async #try(stop: Stop): Promise<void> {
    try {
      await stop();
    } catch (error) {
      this.#log.error({ err: error }, 'stopping failed');
    }
  }

  #broken(error: unknown, what: string): void {
    this.#log.fatal({ err: error }, `${what}; stopping to start clean`);
    void this.end(1);
  }
}
