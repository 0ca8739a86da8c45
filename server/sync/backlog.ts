import { CloseCode } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import type { Socket } from './connection.ts';

/** Bytes that may wait for a slow peer, for so many milliseconds; a whole board may pass in that time. */
const SLOW_BYTES = 4 << 20;
const SLOW_MS = 30_000;
/** Bytes that may wait at all: beyond, memory matters more than one connection. */
const STUCK_BYTES = 64 << 20;
/** Presence is left out for a peer that has this many bytes waiting: it would come too late anyway. */
const LATE_BYTES = 256 << 10;

/** Watches what waits to be sent to one peer. [SYNC-18] */
export class Backlog {
  private slowSince: number | undefined;

  constructor(
    private readonly socket: Pick<Socket, 'bufferedAmount'>,
    private readonly clock: Clock,
  ) {}

  /** True when news would reach the peer late. */
  get late(): boolean {
    return this.socket.bufferedAmount > LATE_BYTES;
  }

  /** The close code for a peer that takes too little for too long; ask after each send. */
  verdict(): typeof CloseCode.tooSlow | undefined {
    const waiting = this.socket.bufferedAmount;
    if (waiting > STUCK_BYTES) return CloseCode.tooSlow;
    if (waiting <= SLOW_BYTES) {
      this.slowSince = undefined;
      return undefined;
    }
    const now = this.clock.now();
    this.slowSince ??= now;
    return now - this.slowSince > SLOW_MS ? CloseCode.tooSlow : undefined;
  }
}
