import type { ErrorCode } from '#board/errors.ts';
import { encodeOwn, Kind } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import type { Person, Present } from './awareness.ts';

export type Access = 'write' | 'view';

/** What a room asks of a connection. */
export interface Member extends Present {
  readonly person: Person;
  /** What it may do at this moment; may change while it stays. */
  readonly access: Access;
  /** True when it asked for message kinds from 100 up. */
  readonly speaksOwnKinds: boolean;
  /** The Yjs client id that it says it writes under. */
  readonly clientId: number | undefined;
  /** True while it has not taken what was sent to it; more would only wait in memory. */
  readonly isLate: boolean;
  /** Ends the connection when it has taken nothing for too long. */
  watchBacklog(): void;
  /** Sends a frame; one that `mayBeLost` is left out while the connection is late. */
  send(frame: Uint8Array, mayBeLost?: boolean): void;
  /** Ends the connection, which then leaves the room. */
  close(code: number, reason: string): void;
}

/** A member's place in a room and how far its messages have come. */
export class Seat {
  /** It asked for the document and got it: from here on it follows by updates. */
  follows = false;
  /** The seq up to which it got everything, while it is too late to be sent more. */
  lateSince: number | undefined;
  /** We asked what it has, and its answer has not come. */
  asked = true;
  /** A message of it was left out because of a gap; its next answer makes up for it. [SYNC-6] */
  behind = false;
  /** How often its answer had to wait for what others bring. */
  waits = 0;
  /** It left, or was sent away: what it sent and is not yet judged does not count. */
  gone = false;
  /** How often its writes to the server's roots were put right. */
  corrections = 0;
  private told = 0;

  constructor(readonly member: Member) {}

  tell(message: OwnMessage): void {
    if (this.member.speaksOwnKinds) this.member.send(encodeOwn(message));
  }

  /** Everything up to this message is on disk. [SYNC-4] */
  tellSaved(count: number): void {
    if (this.behind || count <= this.told) return;
    this.told = count;
    this.tell({ kind: Kind.saved, body: { count } });
  }

  /** Says why a message does not count, and ends the connection. */
  refuse(message: number, code: ErrorCode, reason: string, closeCode: number): void {
    this.tell({ kind: Kind.refused, body: { message, code, reason } });
    this.gone = true;
    this.member.close(closeCode, reason);
  }
}
