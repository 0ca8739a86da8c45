import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { Awareness } from 'y-protocols/awareness';
import { Kind } from '#board/wire.ts';

/** Milliseconds between two frames: the server passes presence on 20 times a second. */
const PRESENCE_MS = 50;

/** Goes on under another client id, as the document itself does, without a word to others. */
export function movePresence(awareness: Awareness, clientId: number): void {
  if (awareness.clientID === clientId) return;
  const state = awareness.getLocalState();
  awareness.states.delete(awareness.clientID);
  awareness.meta.delete(awareness.clientID);
  awareness.clientID = clientId;
  awareness.setLocalState(state);
}

/**
 * Sends this client's own presence, and only that: the stock provider would send back every cursor
 * that it hears of.
 */
export class PresenceSender {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting = false;

  constructor(
    private readonly awareness: Awareness,
    private readonly send: (frame: Uint8Array) => void,
  ) {}

  start(): void {
    this.awareness.on('update', this.onUpdate);
  }

  stop(): void {
    this.awareness.off('update', this.onUpdate);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = false;
  }

  /**
   * Says who is here on a new connection, with a new clock: to the others we had left at the clock
   * that they last saw.
   */
  renew(): void {
    this.awareness.setLocalState(this.awareness.getLocalState());
  }

  private readonly onUpdate = (_changes: unknown, origin: unknown): void => {
    if (origin !== 'local') return;
    this.waiting = true;
    if (this.timer === undefined) this.flush();
  };

  private readonly flush = (): void => {
    this.timer = undefined;
    if (!this.waiting) return;
    this.waiting = false;
    this.send(this.frame());
    this.timer = setTimeout(this.flush, PRESENCE_MS);
  };

  private frame(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, Kind.awareness);
    const own = encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]);
    encoding.writeVarUint8Array(encoder, own);
    return encoding.toUint8Array(encoder);
  }
}
