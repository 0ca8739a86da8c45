import * as Y from 'yjs';
import { clientRoots, serverRoots } from '#board/document.ts';
import type { ErrorCode } from '#board/errors.ts';
import { MAX_FRAME_BYTES } from '#board/wire.ts';
import type { Ahead } from './ahead.ts';
import type { DecodedUpdate } from './bounded-decode.ts';
import { boundedDecode } from './bounded-decode.ts';
import type { Placing } from './placing.ts';
import { nameOfRoot, place } from './placing.ts';

/** What the gate says of one update from a client. */
export type Verdict =
  | {
      readonly is: 'fine';
      /** False when the document holds all of it already. */
      readonly adds: boolean;
      /** It writes where only the server writes, and has to be put right. */
      readonly trespasses: boolean;
      /** Call once the update is taken, so that the next may build on it. */
      readonly accept: () => void;
    }
  /** It builds on what we do not have: ask the client for that instead of keeping it. [SYNC-6] */
  | { readonly is: 'gap' }
  | { readonly is: 'refused'; readonly code: ErrorCode; readonly reason: string };

/** Looks at an update before anything touches the live document; changes nothing. [SYNC-7] */
export function judge(update: Uint8Array, ahead: Ahead): Verdict {
  if (update.byteLength > MAX_FRAME_BYTES) return refused('too-large', 'the update is too large');
  const decoded = decode(update);
  if ('is' in decoded) return decoded;
  const odd = decoded.structs.map(oddity).find((why) => why !== undefined);
  if (odd !== undefined) return refused('invalid', odd);
  const placed = place(decoded, ahead);
  if (!placed.ok) return placed.why === 'gap' ? { is: 'gap' } : refused('damaged', 'a knot');
  const deletion = deletes(decoded, placed.placing, ahead);
  if (deletion.gap) return { is: 'gap' };
  const trespasses = [...placed.touched, ...deletion.touched].some(isServerRoot);
  const adds = placed.fresh || deletion.adds;
  return { is: 'fine', adds, trespasses, accept: () => placed.placing.accept() };
}

function decode(update: Uint8Array): DecodedUpdate | Verdict {
  try {
    return boundedDecode(update);
  } catch (error) {
    return refused('damaged', error instanceof Error ? error.message : String(error));
  }
}

// Keys that are no data in JavaScript; a record that has one could not be read back.
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Why this part may not be on a board, whatever it says. */
function oddity(struct: Y.Item | Y.GC): string | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  const root = nameOfRoot(struct);
  if (root !== undefined && !isServerRoot(root) && !isClientRoot(root)) {
    return 'a board has no such root'; // [SYNC-9]
  }
  if (root !== undefined && struct.parentSub === null) return 'the roots of a board are maps';
  if (struct.parentSub !== null && FORBIDDEN_KEYS.has(struct.parentSub)) return 'a forbidden key';
  if (struct.content instanceof Y.ContentDoc) return 'a board has no documents inside';
  if (struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlHook) {
    return 'a board has no hooks';
  }
  return undefined;
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
function deletes({ deletes }: DecodedUpdate, placing: Placing, ahead: Ahead): Deletion {
  const touched = new Set<string>();
  let adds = false;
  for (const [client, ranges] of deletes) {
    const known = placing.state(client);
    const live = Y.getState(ahead.doc.store, client);
    for (const { clock, len } of ranges) {
      if (clock + len > known) return { gap: true, adds, touched };
      if (clock + len > live) adds = true;
      for (const struct of livingIn(ahead.doc, client, clock, Math.min(clock + len, live))) {
        adds = true;
        const home = ahead.homeOf(struct);
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
