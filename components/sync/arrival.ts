import { uint32 } from 'lib0/random';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ErrorCode } from '#board/errors.ts';
import type { BoardId } from '#board/ids.ts';
import type { Hello } from '#board/wire.ts';
import type { DeviceChanges } from './device-changes.ts';
import type { Outgoing } from './outgoing.ts';
import { movePresence } from './presence-sender.ts';

export interface ArrivalDeps {
  readonly boardId: BoardId;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly device: DeviceChanges;
  readonly outgoing: Outgoing;
  /** The connection can not go on with this document. */
  readonly part: (reason: ErrorCode) => void;
  /** The server said who we are and what we may do. */
  readonly greeted: (hello: Hello) => void;
  /** What is unsaved or set aside may have changed. */
  readonly gathered: () => void;
}

/**
 * Coming in: makes sure that document, person and client id still belong together, brings in what the
 * device holds, and only then has anything said of the document.
 */
export class Arrival {
  private epoch: number | undefined;
  private me: Hello | undefined;
  /** Counts hellos and sockets, so that what took long knows whether it still matters. */
  private turn = 0;
  private isGathered = false;
  private isSynced = false;

  constructor(private readonly deps: ArrivalDeps) {}

  /** Of the document, once the server has said it. */
  get knownEpoch(): number | undefined {
    return this.epoch;
  }

  /** A new socket. */
  opening(): void {
    const { awareness, doc, outgoing } = this.deps;
    this.turn += 1;
    this.isGathered = this.isSynced = false;
    // Yjs itself takes another id when it meets its own in somebody else's change.
    movePresence(awareness, doc.clientID);
    outgoing.restart();
  }

  hear(hello: Hello): void {
    const { part, greeted, outgoing } = this.deps;
    this.epoch ??= hello.epoch;
    if (this.epoch !== hello.epoch) return part('epoch-changed');
    // Somebody else signed in meanwhile: what is in this document is not theirs to send. [SYNC-40]
    if (this.me && this.me.person.id !== hello.person.id) return part('foreign-id');
    this.me = hello;
    greeted(hello);
    if (hello.freshClientId && !this.takeFreshId()) return part('foreign-id');
    outgoing.lower(hello.access);
    void this.gather(hello);
  }

  /** The document is complete. */
  synced(): void {
    this.isSynced = true;
    void this.reapply();
  }

  private async gather({ epoch, person, access }: Hello): Promise<void> {
    const { boardId, device, gathered, outgoing } = this.deps;
    this.turn += 1;
    const { turn } = this;
    await device.gather({ boardId, personId: person.id }, epoch, access);
    if (turn !== this.turn) return;
    this.isGathered = true;
    gathered();
    outgoing.allow(access);
    void this.reapply();
  }

  private async reapply(): Promise<void> {
    if (!this.isGathered || !this.isSynced || this.me?.access !== 'write') return;
    await this.deps.device.reapply();
    this.deps.gathered();
  }

  /** False when something was written under the old id already. [SYNC-48] */
  private takeFreshId(): boolean {
    const { awareness, doc } = this.deps;
    if (Y.getState(doc.store, doc.clientID) > 0) return false;
    doc.clientID = uint32();
    movePresence(awareness, doc.clientID);
    return true;
  }
}
