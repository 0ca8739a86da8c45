import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { closeEvent, joinFrames, sessionEvent } from '#board/http-wire.ts';
import type { SocketClass } from '#components/sync/counting-socket.ts';
import { EventStream } from '#components/sync/event-stream.ts';
import type { StreamItem } from '#components/sync/event-stream.ts';
import { httpSocketClass } from '#components/sync/http-socket.ts';
import { Received } from './received.ts';

/** The product's own socket over HTTP, which signs in as `name`. */
export function httpSocketOf(name: string, ask: typeof fetch = fetch): SocketClass {
  return httpSocketClass({ fetch: (input, init) => ask(input, signedIn(name, init)) });
}

function signedIn(name: string, init: RequestInit = {}): RequestInit {
  return { ...init, headers: { ...init.headers, authorization: `Bearer ${name}` } };
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}

/** One request to the sync server; resolves when the head of the answer is here. */
export function ask(
  server: { url: string },
  path: string,
  { method = 'GET', headers = {}, body }: Asked,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url.replace('ws', 'http')}${path}`, { method, headers });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end(body);
  });
}

/** The status of a request whose answer has no body that matters. */
export async function statusOf(server: { url: string }, path: string, asked: Asked) {
  const answer = await ask(server, path, asked);
  answer.resume();
  return answer.statusCode;
}

/** A bare connection over HTTP, for what no honest client sends. */
export class RawHttpClient extends Received {
  readonly comments: string[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  session: string | undefined;
  private number = 0;
  private answer: IncomingMessage | undefined;
  private tellClosed: (close: { code: number; reason: string }) => void = () => {};

  constructor(
    private readonly server: { url: string },
    private readonly path: string,
    private readonly name: string,
    private readonly query = '?protocol=1',
  ) {
    super();
    this.closed = new Promise((resolve) => (this.tellClosed = resolve));
  }

  /** Opens the stream; resolves when its head is here. */
  async open(headers: Record<string, string> = {}): Promise<this> {
    const asked = { method: 'GET', headers: { ...this.auth, ...headers } };
    const answer = await ask(this.server, `${this.path}/events${this.query}`, asked);
    const events = new EventStream((item) => this.hear(item));
    answer.setEncoding('utf8').on('data', (text: string) => events.push(text));
    answer.on('error', () => {}).on('close', () => this.tellClosed({ code: 1006, reason: '' }));
    this.answer = answer;
    return this;
  }

  /** The status and headers of the stream. */
  get head(): IncomingMessage | undefined {
    return this.answer;
  }

  /** Sends frames as the next POST, or as the POST of the number given; resolves with the status. */
  post(
    frames: readonly Uint8Array[],
    { number = ++this.number, headers = {} }: { number?: number; headers?: object } = {},
  ): Promise<number | undefined> {
    return this.postBody(joinFrames(frames), { number, headers });
  }

  postBody(
    body: Uint8Array,
    { number = ++this.number, headers = {} }: { number?: number; headers?: object } = {},
  ): Promise<number | undefined> {
    const own = { 'x-sync-session': this.session ?? '', 'x-sync-number': String(number) };
    const asked = { method: 'POST', headers: { ...this.auth, ...own, ...headers }, body };
    return statusOf(this.server, `${this.path}/frames`, asked);
  }

  /** Stops reading, as a peer behind a dead network does. */
  pause(): void {
    this.answer?.pause();
  }

  stop(): void {
    this.answer?.destroy();
  }

  private get auth(): Record<string, string> {
    return { authorization: `Bearer ${this.name}` };
  }

  private hear(item: StreamItem): void {
    if (item.is === 'comment') this.comments.push('');
    else if (item.name === '') this.frames.push(new Uint8Array(Buffer.from(item.data, 'base64')));
    else if (item.name === 'close') this.tellClosed(closeEvent.parse(JSON.parse(item.data)));
    else if (item.name === 'session') {
      this.session = sessionEvent.parse(JSON.parse(item.data)).session;
    }
  }
}
