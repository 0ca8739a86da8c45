import * as Y from 'yjs';
import { canonicalJson } from './canonical-json.ts';

/**
 * SHA-256 in hex over all that a document says and all that was ever deleted from it: with the same
 * state vector, documents that differ in anything give different ones. Undefined where the browser
 * has no such function, as on a page that came over plain HTTP.
 */
export async function documentDigest(doc: Y.Doc): Promise<string | undefined> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (!subtle) return undefined;
  const bytes = new TextEncoder().encode(deletionsOf(doc) + canonicalJson(doc));
  return hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

/** Client, clock and length of each range, in order. */
function deletionsOf(doc: Y.Doc): string {
  const { clients } = Y.snapshot(doc).ds;
  const sorted = [...clients].sort(([a], [b]) => a - b);
  return JSON.stringify(
    sorted.map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]),
  );
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
