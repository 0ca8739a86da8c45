import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { decodeCheck } from '#board/check-wire.ts';
import type { HeldDocument } from '#board/check-wire.ts';
import { Kind, SyncStep } from '#board/wire.ts';

/** A frame that a client sent, as far as the server listens to it. */
export type ClientFrame =
  /** Sync step 1: what do you have beyond this state vector? */
  | { readonly is: 'ask'; readonly stateVector: Uint8Array }
  /** Sync step 2, the answer to our own step 1. */
  | { readonly is: 'answer'; readonly update: Uint8Array }
  | { readonly is: 'update'; readonly update: Uint8Array }
  | { readonly is: 'presence'; readonly states: readonly PresenceEntry[] }
  | { readonly is: 'ask-presence' }
  /** Is my document as yours? */
  | { readonly is: 'check'; readonly held: HeldDocument }
  /** A kind we do not know: a newer client may know more than we do. */
  | { readonly is: 'unknown' };

/** Throws on bytes that are no frame, or hold no state vector or presence where they should. */
export function decodeFrame(frame: Uint8Array): ClientFrame {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case Kind.sync:
      return decodeSync(decoder);
    case Kind.awareness:
      return { is: 'presence', states: decodePresence(decoding.readVarUint8Array(decoder)) };
    case Kind.queryAwareness:
      return { is: 'ask-presence' };
    case Kind.check:
      return { is: 'check', held: checkedHeld(decodeCheck(decoder)) };
    default:
      return { is: 'unknown' };
  }
}

export const encodeAsk = (stateVector: Uint8Array): Uint8Array =>
  encodeSync(SyncStep.ask, stateVector);
export const encodeAnswer = (update: Uint8Array): Uint8Array => encodeSync(SyncStep.answer, update);
export const encodeUpdate = (update: Uint8Array): Uint8Array => encodeSync(SyncStep.update, update);

/** An update and the frame it is in, whose bytes it shares. */
export interface FramedUpdate {
  readonly update: Uint8Array;
  readonly frame: Uint8Array;
}

/** Frames an update once for everybody; the bytes are held once. */
export function frameUpdate(bytes: Uint8Array): FramedUpdate {
  const frame = encodeUpdate(bytes);
  return { frame, update: frame.subarray(frame.byteLength - bytes.byteLength) };
}

/** One client's presence, its state as JSON text; 'null' means it left. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: string;
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const states = encoding.createEncoder();
  encoding.writeVarUint(states, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(states, clientId);
    encoding.writeVarUint(states, clock);
    encoding.writeVarString(states, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, Kind.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  return encoding.toUint8Array(encoder);
}

/** States of one frame at most: a stock client sends back those of everybody who is there. */
const MAX_STATES = 2_000;

/** Throws on bytes that are no presence update. */
export function decodePresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const states: PresenceEntry[] = [];
  const count = decoding.readVarUint(decoder);
  if (count > MAX_STATES) throw new Error('too many presence states');
  for (let left = count; left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.push({ clientId, clock, state: decoding.readVarString(decoder) });
  }
  return states;
}

function decodeSync(decoder: decoding.Decoder): ClientFrame {
  switch (decoding.readVarUint(decoder)) {
    case SyncStep.ask:
      return { is: 'ask', stateVector: checkedVector(decoding.readVarUint8Array(decoder)) };
    case SyncStep.answer:
      return { is: 'answer', update: decoding.readVarUint8Array(decoder) };
    case SyncStep.update:
      return { is: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      throw new Error('no such sync step');
  }
}

function checkedHeld(held: HeldDocument): HeldDocument {
  checkedVector(held.vector);
  return held;
}

function checkedVector(stateVector: Uint8Array): Uint8Array {
  Y.decodeStateVector(stateVector);
  return stateVector;
}

function encodeSync(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, Kind.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
