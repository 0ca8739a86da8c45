import * as Y from 'yjs';
import { clientRoots, serverRoots } from '#board/document.ts';
import type { ErrorCode } from '#board/errors.ts';
import { MAX_FRAME_BYTES } from '#board/wire.ts';
import type { DecodedUpdate } from './bounded-decode.ts';
import { boundedDecode, MAX_JSON_DEPTH } from './bounded-decode.ts';
import { isCrowded } from './crowding.ts';
import type { Homes } from './homes.ts';
import type { Placing } from './placing.ts';
import { nameOfRoot, place } from './placing.ts';
import { TooDeep } from './skimming-decoder.ts';

/** What the gate says of one update from a client. */
export type Verdict =
  | {
      readonly is: 'fine';
      /** False when the document holds all of it already. */
      readonly adds: boolean;
      /** Yjs client ids of which it brings something new. */
      readonly fresh: ReadonlySet<number>;
      /** It writes where only the server writes, and has to be put right. */
      readonly trespasses: boolean;
      /** Yjs client ids that nobody used on this board before: from now on the author's. */
      readonly claims: readonly number[];
    }
  /** It builds on what we do not have: ask the client for that instead of keeping it. [SYNC-6] */
  | { readonly is: 'gap' }
  | { readonly is: 'refused'; readonly code: ErrorCode; readonly reason: string };

/** Who sent an update, and whose the Yjs client ids of the board are. */
export interface Author {
  readonly personId: string;
  readonly owners: ReadonlyMap<number, string>;
}

/**
 * Yjs client ids that one update may bring: a device takes one each time that it opens the board, and
 * everybody who comes later gets the whole list of them.
 */
const MAX_CLAIMS = 256;

/** Looks at an update before anything touches a document; changes nothing. [SYNC-7] */
export function judge(update: Uint8Array, homes: Homes, author: Author): Verdict {
  if (update.byteLength > MAX_FRAME_BYTES) return refused('too-large', 'the update is too large');
  const decoded = decode(update);
  if ('is' in decoded) return decoded;
  const odd = decoded.structs.map(oddity).find((why) => why !== undefined);
  if (odd !== undefined) return refused('invalid', odd);
  const placed = place(decoded, homes);
  if (!placed.ok) return placed.why === 'gap' ? { is: 'gap' } : refused('damaged', placed.why);
  const deletion = deletes(decoded, placed.placing, homes);
  if (deletion.gap) return { is: 'gap' };
  const { fresh } = placed;
  const clients = [...fresh];
  if (clients.some((client) => !mayWriteAs(client, author, homes))) {
    return refused('foreign-id', 'this Yjs client id is somebody else’s');
  }
  const claims = clients.filter((client) => !author.owners.has(client));
  if (claims.length > MAX_CLAIMS) return refused('invalid', 'too many Yjs client ids at once');
  if (isCrowded(decoded, placed.placing, homes)) return refused('invalid', 'too much at one spot');
  const trespasses = [...placed.touched, ...deletion.touched].some(isServerRoot);
  const adds = fresh.size > 0 || deletion.adds;
  return { is: 'fine', adds, fresh, trespasses, claims };
}

/**
 * A Yjs client id belongs to who used it first on the board; what is there without an owner is the
 * server's. Otherwise one forged part makes the next hundred edits of somebody else vanish. [SYNC-27]
 */
function mayWriteAs(client: number, { personId, owners }: Author, homes: Homes): boolean {
  const owner = owners.get(client);
  return owner === undefined ? homes.state(client) === 0 : owner === personId;
}

function decode(update: Uint8Array): DecodedUpdate | Verdict {
  try {
    return boundedDecode(update);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(error instanceof TooDeep ? 'invalid' : 'damaged', reason);
  }
}

// Keys that are no data in JavaScript; a record that has one could not be read back.
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Characters of one key; ids of shapes have about 30. */
const MAX_KEY = 512;

/** Why this part may not be on a board, whatever it says. */
function oddity(struct: Y.Item | Y.GC): string | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  const root = nameOfRoot(struct);
  if (root !== undefined && !isServerRoot(root) && !isClientRoot(root)) {
    return 'a board has no such root'; // [SYNC-9]
  }
  if (root !== undefined && struct.parentSub === null) return 'the roots of a board are maps';
  if (struct.parentSub !== null && FORBIDDEN_KEYS.has(struct.parentSub)) return 'a forbidden key';
  if (struct.parentSub !== null && struct.parentSub.length > MAX_KEY) return 'a key too long';
  if (struct.content instanceof Y.ContentDoc) return 'a board has no documents inside';
  if (struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlHook) {
    return 'a board has no hooks';
  }
  return isTooDeep(struct.content) ? 'a value too deep' : undefined;
}

function isTooDeep(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentJSON) {
    return content.arr.some((value) => isDeeper(value, MAX_JSON_DEPTH));
  }
  if (content instanceof Y.ContentEmbed) return isDeeper(content.embed, MAX_JSON_DEPTH);
  return content instanceof Y.ContentFormat && isDeeper(content.value, MAX_JSON_DEPTH);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

interface Deletion {
  readonly gap: boolean;
  readonly adds: boolean;
  readonly touched: ReadonlySet<string>;
}

/**
 * What the update deletes that was not deleted yet. A client's first answer lists every deletion it
 * ever heard of, so most ranges say nothing new.
 */
function deletes({ deletes }: DecodedUpdate, placing: Placing, homes: Homes): Deletion {
  const touched = new Set<string>();
  let adds = false;
  for (const [client, ranges] of deletes) {
    const known = placing.state(client);
    const live = Y.getState(homes.doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock + len > known) return { gap: true, adds, touched };
      if (clock + len > live) adds = true;
      for (const struct of livingIn(homes.doc, client, clock, Math.min(clock + len, live))) {
        adds = true;
        const home = homes.homeOf(struct);
        if (home) touched.add(home.root);
      }
    }
  }
  return { gap: false, adds, touched };
}

function* livingIn(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || from >= to) return;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= to) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
  }
}

const isServerRoot = (name: string): boolean => serverRoots.some((root) => root === name);
const isClientRoot = (name: string): boolean => clientRoots.some((root) => root === name);

function refused(code: ErrorCode, reason: string): Verdict {
  return { is: 'refused', code, reason };
}
