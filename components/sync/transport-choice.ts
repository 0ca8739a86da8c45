/** The way that frames take to the server. */
export type Transport = 'websocket' | 'http';

/** WebSockets that have to fail in a row before HTTP is tried: one may fail by chance. */
const FAILURES = 2;
/** Milliseconds after which a connection over HTTP tries a WebSocket first when it is made anew. */
const AGAIN_MS = 3 * 60_000;

/**
 * What a page has learned about the network that it is in: do WebSockets get through? One for all
 * connections of the page, since what blocks one blocks all. [SYNC-55]
 */
export class TransportChoice {
  private failures = 0;
  private failedAt = 0;
  private used: Transport = 'websocket';
  private readonly listeners = new Set<() => void>();

  /** `now` is in milliseconds and never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What the newest connection uses. */
  get transport(): Transport {
    return this.used;
  }

  /** Calls the listener after each change of `transport`; returns its undo. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Where a new connection begins. */
  get first(): Transport {
    const isFresh = this.now() - this.failedAt < AGAIN_MS;
    return this.used === 'http' && isFresh ? 'http' : 'websocket';
  }

  /** A WebSocket never opened; true when HTTP is worth trying now. */
  webSocketFailed(): boolean {
    this.failures += 1;
    this.failedAt = this.now();
    return this.failures >= FAILURES;
  }

  opened(transport: Transport): void {
    if (transport === 'websocket') this.failures = 0;
    if (transport === this.used) return;
    this.used = transport;
    for (const listener of [...this.listeners]) listener();
  }
}
