import type { SocketClass } from './counting-socket.ts';
import { httpSocketClass } from './http-socket.ts';
import type { CloseInfo } from './http-socket.ts';
import type { Transport, TransportChoice } from './transport-choice.ts';

export interface FallbackDeps {
  readonly choice: TransportChoice;
  readonly WebSocket: SocketClass;
  /** WebSocket's interface over plain HTTP. */
  readonly HttpSocket: SocketClass;
}

// A slow line needs a few seconds; some proxies never answer an upgrade at all.
const OPEN_MS = 8_000;
const CONNECTING = 0;
const CLOSED = 3;
/** WebSocket's own code for a connection that was cut off, or never came to be. */
const CUT: CloseInfo = { code: 1006, reason: '', wasClean: false };

/**
 * A socket that is a WebSocket where these get through, and HTTP where they do not: when WebSockets
 * failed to open and, right after that, the server answers over HTTP. [SYNC-55]
 */
class FallbackSocket {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = CLOSED;
  readonly CONNECTING = CONNECTING;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = CLOSED;

  readonly binaryType = 'arraybuffer';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseInfo) => void) | null = null;

  private inner: WebSocket | undefined;
  private opened = false;
  private ended = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly url: string | URL,
    private readonly deps: FallbackDeps,
  ) {
    this.begin(deps.choice.first);
  }

  get readyState(): number {
    return this.inner?.readyState ?? (this.ended ? CLOSED : CONNECTING);
  }

  get bufferedAmount(): number {
    return this.inner?.bufferedAmount ?? 0;
  }

  send(data: Parameters<WebSocket['send']>[0]): void {
    this.inner?.send(data);
  }

  close(code?: number, reason?: string): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.inner?.close(code, reason);
  }

  private begin(transport: Transport): void {
    const inner = this.make(transport);
    // The page's owner sets its handlers after the constructor.
    if (!inner) return void Promise.resolve().then(() => this.closed(transport, CUT));
    this.inner = inner;
    if (transport === 'websocket') this.timer = setTimeout(() => this.abandon(inner), OPEN_MS);
    inner.binaryType = 'arraybuffer';
    inner.onopen = (event) => this.open(transport, event);
    inner.onmessage = (event) => this.onmessage?.(event);
    inner.onerror = () => {};
    inner.onclose = (event) => this.closed(transport, event);
  }

  private make(transport: Transport): WebSocket | undefined {
    const { WebSocket, HttpSocket } = this.deps;
    try {
      return transport === 'websocket' ? new WebSocket(this.url) : new HttpSocket(this.url);
    } catch {
      return undefined;
    }
  }

  private open(transport: Transport, event: Event): void {
    clearTimeout(this.timer);
    this.opened = true;
    this.deps.choice.opened(transport);
    this.onopen?.(event);
  }

  /** A WebSocket that neither opens nor fails. */
  private abandon(inner: WebSocket): void {
    inner.onopen = inner.onmessage = inner.onclose = null;
    inner.close();
    this.closed('websocket', CUT);
  }

  private closed(transport: Transport, event: CloseInfo): void {
    clearTimeout(this.timer);
    const failed = transport === 'websocket' && !this.opened && !this.ended;
    if (failed && this.deps.choice.webSocketFailed()) return this.begin('http');
    this.ended = true;
    if (!this.opened && event.code === CUT.code) this.onerror?.(new Event('error'));
    this.onclose?.(event);
  }
}

/** The class to give to the provider in place of WebSocket; the browser's own sockets unless given. */
export function fallbackSocketClass(
  choice: TransportChoice,
  sockets: Partial<Omit<FallbackDeps, 'choice'>> = {},
): SocketClass {
  const deps: FallbackDeps = {
    choice,
    WebSocket: sockets.WebSocket ?? WebSocket,
    HttpSocket: sockets.HttpSocket ?? httpSocketClass({ fetch: (...asked) => fetch(...asked) }),
  };
  const Made = class extends FallbackSocket {
    constructor(url: string | URL) {
      super(url, deps);
    }
  };
  return Made as unknown as SocketClass;
}
