import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as z from 'zod/mini';
import { MAX_FRAME_BYTES } from './wire.ts';

/*
 * The same frames where WebSockets are blocked. `/sync/<boardId>/events` answers a stream of
 * server-sent events: one `session`, then a nameless event per frame (base64), at the end `close`;
 * a comment asks for a sign of life. `/sync/<boardId>/frames` takes what the client sends. [SYNC-50]
 */

/** Names the session that a POST belongs to: a secret of the person that opened it. */
export const SESSION_HEADER = 'x-sync-session';
/** The place of a POST in its session, from 1, so that one that is sent again is taken once. */
export const NUMBER_HEADER = 'x-sync-number';

/** Bytes of one POST at most: one frame of full size, or many small ones with their lengths. */
export const MAX_POST_BYTES = MAX_FRAME_BYTES + 4096;

/** What the named events carry, as JSON. */
export const sessionEvent = z.object({ session: z.string().check(z.minLength(22)) });
/** `code` is one of `CloseCode` or of WebSocket's own. */
export const closeEvent = z.object({ code: z.int(), reason: z.string() });

export type SessionEvent = z.infer<typeof sessionEvent>;
export type CloseEvent = z.infer<typeof closeEvent>;

/** A POST's body: each frame after its length as a varint. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder);
}

/** Bytes that a frame takes in a POST. */
export function sizeInPost(frame: Uint8Array): number {
  return frame.byteLength + Math.max(1, Math.ceil(Math.log2(frame.byteLength + 1) / 7));
}

/** The frames of a body, as views on it. Throws on bytes that are no row of frames. */
export function splitFrames(body: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(body);
  const frames: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) {
    const length = decoding.readVarUint(decoder);
    // The decoder itself would read on into whatever lies behind the body in memory.
    if (length > body.byteLength - decoder.pos) throw new Error('a frame is shorter than it says');
    frames.push(decoding.readUint8Array(decoder, length));
  }
  return frames;
}
