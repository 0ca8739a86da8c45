import { CloseCode } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import type { Socket } from './connection.ts';

/** Milliseconds in which a peer that has a backlog has to take some of it. */
const SLOW_MS = 8_000;
/** Bytes that may wait at all: beyond, memory matters more than one connection. */
const STUCK_BYTES = 64 << 20;
/** A peer that has this many bytes waiting gets nothing new before it took them. */
const LATE_BYTES = 256 << 10;

/** Watches what waits to be sent to one peer. [SYNC-18] */
export class Backlog {
  private least = Infinity;
  private leastSince = 0;

  constructor(
    private readonly socket: Pick<Socket, 'bufferedAmount'>,
    private readonly clock: Clock,
  ) {}

  /** True when news would only add to what waits. */
  get late(): boolean {
    return this.socket.bufferedAmount > LATE_BYTES;
  }

  /** The close code for a peer that takes nothing for too long; ask after each send. */
  verdict(): typeof CloseCode.tooSlow | undefined {
    const waiting = this.socket.bufferedAmount;
    if (waiting > STUCK_BYTES) return CloseCode.tooSlow;
    if (waiting <= LATE_BYTES) {
      this.least = Infinity;
      return undefined;
    }
    const now = this.clock.now();
    if (waiting < this.least) {
      this.least = waiting;
      this.leastSince = now;
    } else if (now - this.leastSince > SLOW_MS) return CloseCode.tooSlow;
    return undefined;
  }
}
