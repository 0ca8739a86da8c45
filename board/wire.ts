import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';

/**
 * `ws(s)://HOST/sync/<boardId>`: the y-websocket protocol, and kinds of our own from 100 up that are
 * sent only to a client that asks for them with `?protocol=<PROTOCOL_VERSION>`. [WIRE-1]
 */
export const PROTOCOL_VERSION = 3;

/** First varint of a frame. 0 to 3 are y-websocket's own. */
export const Kind = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  saved: 101,
  status: 102,
  refused: 103,
  /** From a client: is my document as yours? Only to a server of version 2 or later. */
  check: 104,
  checked: 105,
} as const;

/** Second varint of a sync frame, as in y-protocols. */
export const SyncStep = { ask: 0, answer: 1, update: 2 } as const;

/** y-websocket never comes back after 4400–4499 and retries after everything else. [WIRE-2] */
export const CloseCode = {
  damaged: 4400,
  signIn: 4401,
  noRight: 4403,
  noSuchBoard: 4404,
  epochChanged: 4409,
  tooLarge: 4413,
  restarting: 4503,
  tooSlow: 4508,
  tooFast: 4529,
} as const;

/** Bytes of one frame at most; a longer first sync has to be split by the client. */
export const MAX_FRAME_BYTES = 1 << 20;

const hello = z.object({
  protocol: z.int(),
  boardId: z.string(),
  epoch: z.int(),
  /** What this connection may do. */
  access: z.enum(['write', 'view']),
  /** Who the server takes this connection for; stamped on its cursor. */
  person: z.object({ id: z.string(), name: z.string(), color: z.string() }),
  maxFrameBytes: z.int(),
  /** The Yjs client id that the client named is somebody else’s: take another before writing. [SYNC-29] */
  freshClientId: z.optional(z.boolean()),
});

const saved = z.object({
  /** The first `count` document messages (sync answers and updates) of this connection are on disk. */
  count: z.int().check(z.nonnegative()),
});

const status = z.object({ saving: z.enum(['ok', 'degraded']) });

const refused = z.object({
  /** The number of the document message that was refused, counted as in `saved`. */
  message: z.int().check(z.nonnegative()),
  code: z.enum(errorCodes),
  reason: z.string(),
});

/** Base64 characters of a state vector: ten thousand clients take 110,000. */
const MAX_VECTOR = 1 << 18;

const check = z.object({
  /** Base64 of a Yjs state vector. */
  vector: z.base64().check(z.maxLength(MAX_VECTOR)),
  /** SHA-256 over content and deletions, in hex. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** It differed a moment ago, and everything was asked for since. */
  again: z.boolean(),
});

const checked = z.object({
  /** `later`: something is on its way, so that nothing can be said now. */
  result: z.enum(['same', 'later', 'differs']),
});

/** What our own kinds carry, by the name of the kind. */
export const ownBodies = { hello, saved, status, refused, check, checked } as const;

export type Hello = z.infer<typeof hello>;
export type Saved = z.infer<typeof saved>;
export type Status = z.infer<typeof status>;
export type Refused = z.infer<typeof refused>;
export type Checked = z.infer<typeof checked>;

/** A message of the server's that says how things stand; `kind` is one of 100 to 103. */
export type OwnMessage =
  | { readonly kind: typeof Kind.hello; readonly body: Hello }
  | { readonly kind: typeof Kind.saved; readonly body: Saved }
  | { readonly kind: typeof Kind.status; readonly body: Status }
  | { readonly kind: typeof Kind.refused; readonly body: Refused };

/** A whole frame: kind as varint, body as JSON text. */
export function encodeOwn(message: OwnMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, message.kind);
  encoding.writeVarString(encoder, JSON.stringify(message.body));
  return encoding.toUint8Array(encoder);
}

/** Reads the rest of a frame whose kind was read already; undefined for a kind that is none of ours. */
export function decodeOwn(kind: number, decoder: decoding.Decoder): OwnMessage | undefined {
  switch (kind) {
    case Kind.hello:
      return { kind, body: hello.parse(readJson(decoder)) };
    case Kind.saved:
      return { kind, body: saved.parse(readJson(decoder)) };
    case Kind.status:
      return { kind, body: status.parse(readJson(decoder)) };
    case Kind.refused:
      return { kind, body: refused.parse(readJson(decoder)) };
    default:
      return undefined;
  }
}

/** True for a frame that carries document content, the kind that `saved` counts. [WIRE-3] */
export function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === Kind.sync && (frame[1] === SyncStep.answer || frame[1] === SyncStep.update);
}

function readJson(decoder: decoding.Decoder): unknown {
  return JSON.parse(decoding.readVarString(decoder));
}
