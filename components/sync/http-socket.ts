import { fromBase64 } from 'lib0/buffer';
import { closeEvent, NUMBER_HEADER, SESSION_HEADER, sessionEvent } from '#board/http-wire.ts';
import type { SocketClass } from './counting-socket.ts';
import { EventStream } from './event-stream.ts';
import type { StreamItem } from './event-stream.ts';
import { HttpSender } from './http-sender.ts';

export interface HttpSocketDeps {
  readonly fetch: typeof fetch;
}

/** Milliseconds until the server has to have answered; beyond, a proxy holds the stream back. */
const OPEN_MS = 15_000;
/** Milliseconds that one POST may take; the server gives a body as long. */
const POST_MS = 30_000;
/** Milliseconds in which the stream says why a POST was refused. */
const VERDICT_MS = 3_000;
/** Milliseconds that closing waits for what was still to be sent. */
const CLOSE_MS = 5_000;
// Requests that outlive their page may carry 64 KiB in all.
const OUTLIVING_BYTES = 32 * 1024;
/** WebSocket's own codes: closed in good order, and cut off. */
const NORMAL = 1000;
const CUT = 1006;

/** WebSocket's interface, as far as the sync provider uses it, over a stream and POSTs. [SYNC-50] */
export class HttpSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;

  readonly binaryType = 'arraybuffer';
  readyState = HttpSocket.CONNECTING as number;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseInfo) => void) | null = null;

  private readonly board: URL;
  private readonly stream = new AbortController();
  private sender: HttpSender | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly url: string | URL,
    private readonly deps: HttpSocketDeps,
  ) {
    this.board = new URL(url);
    this.board.protocol = this.board.protocol.replace('ws', 'http');
    this.finishIn(OPEN_MS, CUT);
    void this.listen();
  }

  get bufferedAmount(): number {
    return this.sender?.waiting ?? 0;
  }

  send(data: Parameters<WebSocket['send']>[0]): void {
    if (this.readyState === HttpSocket.OPEN) this.sender?.send(bytesOf(data));
  }

  close(): void {
    if (this.readyState >= HttpSocket.CLOSING) return;
    this.readyState = HttpSocket.CLOSING;
    this.finishIn(CLOSE_MS, CUT);
    const sent = this.sender?.finish() ?? Promise.resolve();
    void sent.then(() => this.finish(NORMAL, ''));
  }

  private async listen(): Promise<void> {
    try {
      await this.readEvents();
    } catch {
      // Cut off, or no stream of ours: it is closed either way.
    }
    this.finish(CUT, '');
  }

  private async readEvents(): Promise<void> {
    // A POST, because browsers name the page's origin on it.
    const response = await this.deps.fetch(this.address('events', this.board.search), {
      method: 'POST',
      cache: 'no-store',
      redirect: 'error',
      signal: this.stream.signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) return;
    const events = new EventStream((item) => this.hear(item));
    const texts = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let { value, done } = await texts.read(); !done; { value, done } = await texts.read()) {
      events.push(value ?? '');
    }
  }

  private hear(item: StreamItem): void {
    if (this.readyState === HttpSocket.CLOSED) return;
    if (item.is === 'comment') return this.sender?.showLife();
    if (item.name === 'session')
      return this.open(sessionEvent.parse(JSON.parse(item.data)).session);
    if (item.name === 'close') {
      const { code, reason } = closeEvent.parse(JSON.parse(item.data));
      return this.finish(code, reason);
    }
    if (item.name !== '') return;
    const event = new MessageEvent('message', { data: frameOf(item.data) });
    outside(() => this.onmessage?.(event));
  }

  private open(session: string): void {
    if (this.readyState !== HttpSocket.CONNECTING) return;
    clearTimeout(this.timer);
    this.sender = new HttpSender({
      post: (number, body) => this.post(session, number, body),
      gaveUp: () => this.finishIn(VERDICT_MS, CUT),
    });
    this.readyState = HttpSocket.OPEN;
    outside(() => this.onopen?.(new Event('open')));
  }

  private async post(
    session: string,
    number: number,
    body: Uint8Array<ArrayBuffer>,
  ): Promise<number> {
    const response = await this.deps.fetch(this.address('frames'), {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/octet-stream',
        [SESSION_HEADER]: session,
        [NUMBER_HEADER]: String(number),
      },
      cache: 'no-store',
      redirect: 'error',
      keepalive: body.byteLength <= OUTLIVING_BYTES,
      signal: AbortSignal.timeout(POST_MS),
    });
    await response.body?.cancel();
    return response.status;
  }

  private address(deed: 'events' | 'frames', query = ''): string {
    return `${this.board.origin}${this.board.pathname}/${deed}${query}`;
  }

  private finishIn(ms: number, code: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(code, ''), ms);
  }

  private finish(code: number, reason: string): void {
    if (this.readyState === HttpSocket.CLOSED) return;
    const opened = this.sender !== undefined;
    this.readyState = HttpSocket.CLOSED;
    clearTimeout(this.timer);
    this.sender?.stop();
    this.stream.abort();
    if (!opened && code === CUT) this.onerror?.(new Event('error'));
    this.onclose?.({ code, reason, wasClean: code !== CUT });
  }
}

/** What a close says; Node has no CloseEvent to make. */
export interface CloseInfo {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

/** The class to give to the provider in place of WebSocket. */
export function httpSocketClass(deps: HttpSocketDeps): SocketClass {
  const Made = class extends HttpSocket {
    constructor(url: string | URL) {
      super(url, deps);
    }
  };
  return Made as unknown as SocketClass;
}

/** What our owner's handlers throw is theirs: it is reported, and ends no stream. */
function outside(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function frameOf(base64: string): ArrayBufferLike {
  const bytes = fromBase64(base64);
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

function bytesOf(data: Parameters<WebSocket['send']>[0]): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError('frames are binary');
}
