import type { OwnMessage } from '#board/wire.ts';
import { CloseCode } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import { encodeUpdate } from './frames.ts';
import type { Seat } from './seat.ts';
import type { StoredDocument } from './stored-document.ts';

export interface AudienceDeps {
  readonly clock: Clock;
  readonly document: StoredDocument;
}

/** Milliseconds between two looks at a late peer. */
const LATE_MS = 100;

/** The people in one room, and what goes out to all of them. */
export class Audience {
  private readonly seats = new Set<Seat>();

  constructor(private readonly deps: AudienceDeps) {}

  get size(): number {
    return this.seats.size;
  }

  add(seat: Seat): void {
    this.seats.add(seat);
  }

  /** False when it was not here. */
  remove(seat: Seat): boolean {
    return this.seats.delete(seat);
  }

  has(seat: Seat): boolean {
    return this.seats.has(seat);
  }

  /** Shows an update that is part of the document by now to everybody who follows it. */
  showUpdate(update: Uint8Array): void {
    const frame = encodeUpdate(update);
    for (const seat of this.seats) {
      if (!seat.follows || seat.lateSince !== undefined) continue;
      if (seat.member.isLate) this.holdBack(seat);
      else seat.member.send(frame);
    }
  }

  showPresence(frame: Uint8Array): void {
    for (const { member } of this.seats) member.send(frame, true);
  }

  tell(message: OwnMessage): void {
    for (const seat of this.seats) seat.tell(message);
  }

  /** Sends everybody away. */
  dismiss(code: number, reason: string): void {
    for (const { member } of [...this.seats]) member.close(code, reason);
    this.seats.clear();
  }

  /** Sends nothing more to a peer that takes nothing, and all it missed at once when it does. [SYNC-18] */
  private holdBack(seat: Seat): void {
    // The row that comes now is counted already.
    seat.lateSince = Math.max(0, this.deps.document.position.seq - 1);
    this.deps.clock.after(LATE_MS, () => this.bringUp(seat));
  }

  private bringUp(seat: Seat): void {
    if (seat.lateSince === undefined || !this.seats.has(seat)) return;
    if (seat.member.isLate) {
      seat.member.watchBacklog();
      this.deps.clock.after(LATE_MS, () => this.bringUp(seat));
      return;
    }
    const missed = this.deps.document.since(seat.lateSince);
    seat.lateSince = undefined;
    if (missed) seat.member.send(encodeUpdate(missed));
    else seat.member.close(CloseCode.tooSlow, 'too slow');
  }
}
