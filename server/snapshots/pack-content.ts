import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { applyDelta, makeDelta } from './delta.ts';
import { contentHash, DamagedContent } from './stored-content.ts';
import type { Chain, StoredContent } from './stored-content.ts';

/** Every 32nd content builds on the 32nd before it, so that 1,000 are reached in 62 steps and not in 1,000. */
const LEAP = 32;
/** Bytes of deltas that are always fewer than a whole content is worth. */
const SMALL_RUN = 16 << 10;
/** A content is kept whole again when it would take more steps to reach it. */
const MOST_STEPS = 4_096;
/** Brotli's: higher ones take several times as long and save a twentieth. */
const WHOLE_QUALITY = 6;
const DELTA_QUALITY = 9;

/**
 * The content as it is to be kept, after the newest of its kind. Deltas go on until they have cost as
 * much as the whole content they began with: contents in all then take at most twice what changed,
 * and what is damaged spoils no more than that run. [SNAP-6]
 */
export function packContent(content: Uint8Array, before: Chain | undefined): StoredContent {
  const [root, last] = [before?.[0], before?.at(-1)];
  if (!before || !root || !last || last.step + 1 > MOST_STEPS) return packWhole(content);
  const step = last.step + 1;
  const baseAt = step % LEAP === 0 ? leapFrom(before) : before.length - 1;
  const packed = packDelta(content, before.slice(0, baseAt + 1));
  const spent = last.spent + packed.bytes.byteLength;
  if (spent > Math.max(root.bytes.byteLength, SMALL_RUN)) return packWhole(content);
  return { ...packed, step, spent };
}

/** The same content on another base, or whole where there is none left. */
export function repackContent(content: Uint8Array, base: Chain | undefined): StoredContent {
  return base ? packDelta(content, base) : packWhole(content);
}

/** The last content of the chain. Throws `DamagedContent`. */
export function unpackContent(chain: Chain): Uint8Array {
  const wanted = chain.at(-1)?.hash ?? '';
  try {
    const content = chain.reduce<Uint8Array | undefined>(unpackOnto, undefined) ?? new Uint8Array();
    if (contentHash(content) === wanted) return content;
  } catch (error) {
    throw new DamagedContent(wanted, 'cannot be put together', { cause: error });
  }
  throw new DamagedContent(wanted, 'comes back as something else');
}

/** The content, where that is what it builds on. Throws on bytes that are none. */
export function unpackOnto(
  base: Uint8Array | undefined,
  { form, bytes, size }: Pick<StoredContent, 'form' | 'bytes' | 'size'>,
): Uint8Array {
  if (form === 'plain') return bytes;
  if (form === 'whole') return brotliDecompressSync(bytes, { maxOutputLength: size });
  if (!base) throw new Error('a delta has nothing to build on');
  // A delta holds the new bytes and little besides.
  return applyDelta(base, brotliDecompressSync(bytes, { maxOutputLength: 2 * size + 64 }), size);
}

/** The index of the last of the leaders, each of which builds on the one before. */
function leapFrom(chain: Chain): number {
  return Math.max(
    0,
    chain.findLastIndex(({ step }) => step % LEAP === 0),
  );
}

function packWhole(content: Uint8Array): StoredContent {
  const [hash, size] = [contentHash(content), content.byteLength];
  const bytes = compress(content, WHOLE_QUALITY);
  return { hash, form: 'whole', base: null, step: 0, spent: 0, size, bytes };
}

function packDelta(content: Uint8Array, base: Chain): StoredContent {
  const last = base.at(-1);
  if (!last) return packWhole(content);
  const [hash, size] = [contentHash(content), content.byteLength];
  const bytes = compress(makeDelta(unpackContent(base), content), DELTA_QUALITY);
  const [step, spent] = [last.step + 1, last.spent + bytes.byteLength];
  return { hash, form: 'delta', base: last.hash, step, spent, size, bytes };
}

function compress(bytes: Uint8Array, quality: number): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return new Uint8Array(brotliCompressSync(bytes, { params }));
}
