import * as buffer from 'lib0/buffer';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Kind, ownBodies } from './wire.ts';
import type { Checked } from './wire.ts';

/** What a client holds, to be compared with what the server holds. */
export interface HeldDocument {
  /** A Yjs state vector. */
  readonly vector: Uint8Array;
  /** See `documentDigest`. */
  readonly digest: string;
  /** The same document differed a moment ago, and everything was asked for since. */
  readonly again: boolean;
}

export function encodeCheck({ vector, ...rest }: HeldDocument): Uint8Array {
  return encode(Kind.check, { vector: buffer.toBase64(vector), ...rest });
}

/** Reads the rest of such a frame; throws on what is none. */
export function decodeCheck(decoder: decoding.Decoder): HeldDocument {
  const { vector, ...rest } = ownBodies.check.parse(readJson(decoder));
  return { vector: buffer.fromBase64(vector), ...rest };
}

export function encodeChecked(body: Checked): Uint8Array {
  return encode(Kind.checked, body);
}

/** Reads the rest of such a frame; throws on what is none. */
export function decodeChecked(decoder: decoding.Decoder): Checked {
  return ownBodies.checked.parse(readJson(decoder));
}

function encode(kind: number, body: object): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarString(encoder, JSON.stringify(body));
  return encoding.toUint8Array(encoder);
}

function readJson(decoder: decoding.Decoder): unknown {
  return JSON.parse(decoding.readVarString(decoder));
}
