import { assertNever } from '#board/assert.ts';
import type { Socket } from '#server/sync/connection.ts';
import type { Dice } from './dice.ts';
import { Pipe } from './pipe.ts';
import type { SimClock } from './sim-clock.ts';

/** What a link tells a client. */
export interface ClientEnd {
  opened(): void;
  frame(frame: Uint8Array): void;
  /** Told once, whatever ended it. */
  closed(code: number): void;
}

/** What a link tells a server. */
export interface ServerEnd {
  frame(frame: Uint8Array): void;
  heard(): void;
  /** Told once, whatever ended it. */
  closed(): void;
}

type Up = { is: 'open' } | { is: 'frame'; frame: Uint8Array } | { is: 'pong' } | { is: 'closed' };
type Down =
  | { is: 'opened' }
  | { is: 'frame'; frame: Uint8Array }
  | { is: 'ping' }
  | { is: 'close'; code: number };

/** WebSocket's own code for a connection that just ended. */
export const ABNORMAL = 1006;
/** Milliseconds that a server waits for an answer to its farewell. */
const FAREWELL_MS = 5_000;
/** A byte that waits for a slow reader counts as so many, so that small boards fill its buffer too. */
const THICKNESS = 2_000;

/** A WebSocket between one client and one server, in memory. */
export class Link implements Socket {
  private readonly up: Pipe<Up>;
  private readonly down: Pipe<Down>;
  private server: ServerEnd | undefined;
  private clientGone = false;
  private serverGone = false;
  private isHalfOpen = false;

  constructor(
    private readonly clock: SimClock,
    private readonly dice: Dice,
    private readonly client: ClientEnd,
    private readonly accept: (link: Link) => ServerEnd | undefined,
  ) {
    const slowest = dice.pick([0, 2, 20, 150]);
    this.up = new Pipe(clock, dice, slowest, (item) => this.toServer(item));
    this.down = new Pipe(clock, dice, slowest, (item) => this.toClient(item));
    this.up.push({ is: 'open' });
  }

  get bufferedAmount(): number {
    return this.down.isStalled ? this.down.bytes * THICKNESS : 0;
  }

  get ended(): boolean {
    return this.clientGone && this.serverGone;
  }

  /** The server sends. */
  send(frame: Uint8Array): void {
    this.down.push({ is: 'frame', frame }, frame.byteLength);
  }

  ping(): void {
    this.down.push({ is: 'ping' });
  }

  close(code: number): void {
    this.down.push({ is: 'close', code });
    this.clock.after(FAREWELL_MS, () => this.endServer());
  }

  terminate(): void {
    this.break();
    this.clock.after(0, () => this.endServer());
    if (!this.isHalfOpen)
      this.clock.after(this.dice.between(0, 50), () => this.endClient(ABNORMAL));
  }

  /** The client sends. */
  write(frame: Uint8Array): void {
    this.up.push({ is: 'frame', frame });
  }

  /** The client closes it. */
  hangUp(): void {
    this.up.push({ is: 'closed' });
    this.endClient(1000);
  }

  /** The network breaks, and both ends notice. */
  cut(): void {
    this.break();
    this.clock.after(this.dice.between(0, 50), () => this.endServer());
    this.clock.after(this.dice.between(0, 50), () => this.endClient(ABNORMAL));
  }

  /** The network swallows everything, and nobody is told. */
  goSilent(): void {
    this.isHalfOpen = true;
    this.break();
  }

  /** The client reads nothing for so many milliseconds. */
  stall(ms: number): void {
    this.down.stall();
    this.clock.after(ms, () => this.down.flow());
  }

  private break(): void {
    this.up.die();
    this.down.die();
  }

  private toServer(item: Up): void {
    if (this.serverGone) return;
    switch (item.is) {
      case 'open':
        this.server = this.accept(this);
        if (this.server) this.down.push({ is: 'opened' });
        else this.cut();
        return;
      case 'frame':
        return this.server?.frame(item.frame);
      case 'pong':
        return this.server?.heard();
      case 'closed':
        return this.endServer();
      default:
        assertNever(item);
    }
  }

  private toClient(item: Down): void {
    if (this.clientGone) return;
    switch (item.is) {
      case 'opened':
        return this.client.opened();
      case 'frame':
        return this.client.frame(item.frame);
      case 'ping':
        return this.up.push({ is: 'pong' });
      case 'close':
        this.up.push({ is: 'closed' });
        return this.endClient(item.code);
      default:
        assertNever(item);
    }
  }

  private endClient(code: number): void {
    if (this.clientGone) return;
    this.clientGone = true;
    this.client.closed(code);
  }

  private endServer(): void {
    if (this.serverGone) return;
    this.serverGone = true;
    this.server?.closed();
  }
}
