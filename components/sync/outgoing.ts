import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Kind, MAX_FRAME_BYTES, SyncStep } from '#board/wire.ts';
import type { UnsavedChanges } from './unsaved-changes.ts';

/** Bytes of one message when much has to be sent: small enough for any network to get through. */
const MESSAGE_BYTES = 256 * 1024;
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

export interface OutgoingDeps {
  readonly doc: Y.Doc;
  readonly unsaved: UnsavedChanges;
  /** Hands over a document message. Answers its number on this connection; undefined without one. */
  readonly send: (frame: Uint8Array) => number | undefined;
}

/**
 * What this connection says of the document. It says nothing before it knows under whose name, and
 * nothing that the device could still write down first. [SYNC-41]
 */
export class Outgoing {
  private access: 'write' | 'view' | undefined;
  /** What the server says it has, until that is answered. */
  private asked: Uint8Array | undefined;
  private answered = false;

  constructor(private readonly deps: OutgoingDeps) {}

  /** A new connection. */
  restart(): void {
    this.access = this.asked = undefined;
    this.answered = false;
    this.deps.unsaved.restart();
  }

  /** What the device holds is in the document, as far as this person may write. */
  allow(access: 'write' | 'view'): void {
    this.access = access;
    this.proceed();
  }

  /** The right to write may end before what the device holds has been read. */
  lower(access: 'write' | 'view'): void {
    if (this.access && access === 'view') this.access = access;
  }

  ask(stateVector: Uint8Array): void {
    this.asked = stateVector;
    this.proceed();
  }

  /** Sends what may go by now. */
  proceed(): void {
    if (this.access === undefined) return;
    if (this.asked) this.answer(this.asked, this.access);
    if (this.answered && this.access === 'write') this.sendUpdates();
  }

  private answer(stateVector: Uint8Array, access: 'write' | 'view'): void {
    const { doc, unsaved, send } = this.deps;
    if (access === 'write' && !unsaved.settled) return;
    const full = access === 'view' ? NOTHING : Y.encodeStateAsUpdate(doc, stateVector);
    const whole = documentFrame(SyncStep.answer, full);
    const fits = whole.byteLength <= MAX_FRAME_BYTES;
    const number = send(fits ? whole : documentFrame(SyncStep.answer, NOTHING));
    if (number === undefined) return;
    this.asked = undefined;
    this.answered = true;
    // What does not fit into one frame follows in the order in which it was made.
    if (!fits) unsaved.restart();
    else if (access === 'write') unsaved.carried(unsaved.all.filter(isInDocument), number);
  }

  private sendUpdates(): void {
    const { unsaved, send } = this.deps;
    for (
      let batch = unsaved.toSend(MESSAGE_BYTES);
      batch.length > 0;
      batch = unsaved.toSend(MESSAGE_BYTES)
    ) {
      const number = send(documentFrame(SyncStep.update, merged(batch.map(({ bytes }) => bytes))));
      if (number === undefined) return;
      unsaved.carried(batch, number);
    }
  }
}

const isInDocument = ({ inDocument }: { inDocument: boolean }): boolean => inDocument;

function merged(updates: Uint8Array[]): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only ? only : Y.mergeUpdates(updates);
}

function documentFrame(step: number, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, Kind.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
