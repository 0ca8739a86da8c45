import type { ServerResponse } from 'node:http';
import type { CloseEvent, SessionEvent } from '#board/http-wire.ts';
import type { Clock } from './clock.ts';
import type { Socket } from './connection.ts';

/** Milliseconds that a peer gets to take our farewell. */
const FAREWELL_MS = 5_000;
/** Milliseconds after which a stock EventSource comes back. */
const RETRY_MS = 2_000;
// Some proxies hold back the first few kilobytes of an answer.
const PADDING = `:${' '.repeat(2048)}\n`;

const head = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Asks nginx, and those who learned from it, to pass on every event at once.
  'x-accel-buffering': 'no',
};

/** The server's half of a connection over HTTP: an answer that does not end, one event per frame. */
export class HttpSocket implements Socket {
  private undoFarewell: (() => void) | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly clock: Clock,
  ) {
    response.on('close', () => this.undoFarewell?.());
    response.on('error', () => {});
  }

  /** Begins the answer. */
  start(): void {
    this.response.writeHead(200, head);
    this.write(`${PADDING}retry: ${RETRY_MS}\n\n`);
  }

  /** Tells the client by which name its POSTs belong here. */
  tellSession(session: string): void {
    this.tell('session', { session } satisfies SessionEvent);
  }

  /** Bytes of the answer that the network has not taken. */
  get bufferedAmount(): number {
    return this.response.writableLength;
  }

  send(frame: Uint8Array): void {
    const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
    this.write(`data: ${bytes.toString('base64')}\n\n`);
  }

  /** A comment, which our client answers with a POST. */
  ping(): void {
    this.write(':\n\n');
  }

  close(code: number, reason: string): void {
    this.tell('close', { code, reason } satisfies CloseEvent);
    this.response.end();
    this.undoFarewell ??= this.clock.after(FAREWELL_MS, () => this.terminate());
  }

  terminate(): void {
    this.response.destroy();
  }

  private tell(event: string, body: object): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  private write(text: string): void {
    if (!this.response.writableEnded && !this.response.destroyed) this.response.write(text);
  }
}
