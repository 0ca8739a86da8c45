import { Duplex } from 'node:stream';

/** Sends a piece of the Postgres wire protocol to the database; resolves with everything it answers. */
export type Exchange = (bytes: Uint8Array) => Promise<Uint8Array>;

/** What `pg` takes for its socket when the database runs inside this process. */
export class PgliteStream extends Duplex {
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    super();
    this.#exchange = exchange;
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  // pg calls these on its socket.
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error) => void): void {
    void this.#send(bytes, done);
  }

  // One query is several messages: sent together they cost one crossing into the database instead of five.
  override _writev(parts: { chunk: Buffer }[], done: (error?: Error) => void): void {
    void this.#send(Buffer.concat(parts.map((part) => part.chunk)), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.push(null);
    done();
  }

  async #send(bytes: Uint8Array, done: (error?: Error) => void): Promise<void> {
    try {
      const answer = await this.#exchange(bytes);
      if (answer.length > 0) this.push(answer);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
