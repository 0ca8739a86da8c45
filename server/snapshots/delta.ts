import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Bytes that have to be alike before a copy is worth naming. */
const BLOCK = 32;
/** Of the rolling hash: odd, and large enough to spread 32 bytes over 32 bits. */
const FACTOR = 0x9e3779b1;
const OLDEST = power(FACTOR, BLOCK - 1);

/**
 * What makes `target` out of `base`: runs of new bytes and runs copied from anywhere in the base, in
 * turn. It knows nothing of what the bytes mean, so that they come back as they were.
 */
export function makeDelta(base: Uint8Array, target: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, target.byteLength);
  const blocks = new Blocks(base);
  const roll = new RollingHash(target);
  let written = 0;
  for (let at = 0; at + BLOCK <= target.byteLength;) {
    const from = blocks.find(target, at, roll.at(at));
    if (from === undefined) {
      at += 1;
      continue;
    }
    const back = alikeBefore(base, from, target, at, at - written);
    const length = back + alikeAfter(base, from, target, at);
    writeRun(encoder, target.subarray(written, at - back), from - back, length);
    written = at = at - back + length;
  }
  if (written < target.byteLength) writeRun(encoder, target.subarray(written), 0, 0);
  return encoding.toUint8Array(encoder);
}

/** Throws on bytes that are no delta for this base. */
export function applyDelta(base: Uint8Array, delta: Uint8Array, mostBytes: number): Uint8Array {
  const decoder = decoding.createDecoder(delta);
  const size = decoding.readVarUint(decoder);
  if (size > mostBytes) throw new Error('the delta makes more than was kept');
  const target = new Uint8Array(size);
  let written = 0;
  while (written < size) {
    const fresh = decoding.readVarUint8Array(decoder);
    target.set(fresh, written);
    written += fresh.byteLength;
    const from = decoding.readVarUint(decoder);
    const copied = base.subarray(from, from + decoding.readVarUint(decoder));
    if (fresh.byteLength + copied.byteLength === 0) throw new Error('the delta does not end');
    target.set(copied, written);
    written += copied.byteLength;
  }
  return target;
}

function writeRun(encoder: encoding.Encoder, fresh: Uint8Array, from: number, length: number) {
  encoding.writeVarUint8Array(encoder, fresh);
  encoding.writeVarUint(encoder, from);
  encoding.writeVarUint(encoder, length);
}

function alikeAfter(base: Uint8Array, from: number, target: Uint8Array, at: number): number {
  const most = Math.min(base.byteLength - from, target.byteLength - at);
  let length = 0;
  while (length < most && base[from + length] === target[at + length]) length += 1;
  return length;
}

function alikeBefore(
  base: Uint8Array,
  from: number,
  target: Uint8Array,
  at: number,
  most: number,
): number {
  let length = 0;
  while (length < most && from > length && base[from - length - 1] === target[at - length - 1]) {
    length += 1;
  }
  return length;
}

/** Where each block of the base begins, by its hash; of blocks that are alike, the first. */
class Blocks {
  private readonly starts: Int32Array;

  constructor(private readonly base: Uint8Array) {
    const blocks = Math.floor(base.byteLength / BLOCK);
    this.starts = new Int32Array(2 ** Math.ceil(Math.log2(4 * blocks + 1)));
    for (let start = 0; start + BLOCK <= base.byteLength; start += BLOCK) {
      const slot = this.slot(hashOf(base, start));
      // 0 stands for none.
      if (this.starts[slot] === 0) this.starts[slot] = start + 1;
    }
  }

  /** Where the block at `at` of the target is in the base. */
  find(target: Uint8Array, at: number, hash: number): number | undefined {
    const from = (this.starts[this.slot(hash)] ?? 0) - 1;
    return from >= 0 && alikeAfter(this.base, from, target, at) >= BLOCK ? from : undefined;
  }

  private slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.starts.length - 1);
  }
}

/** The hash of each block of the bytes, asked for in rising order. */
class RollingHash {
  private start = -1;
  private hash = 0;

  constructor(private readonly bytes: Uint8Array) {}

  at(start: number): number {
    if (start === this.start + 1 && start > 0) {
      const gone = Math.imul(this.bytes[start - 1] ?? 0, OLDEST);
      this.hash = Math.imul(this.hash - gone, FACTOR) + (this.bytes[start + BLOCK - 1] ?? 0);
    } else {
      this.hash = hashOf(this.bytes, start);
    }
    this.start = start;
    return this.hash;
  }
}

function hashOf(bytes: Uint8Array, start: number): number {
  let hash = 0;
  for (let n = 0; n < BLOCK; n++) hash = (Math.imul(hash, FACTOR) + (bytes[start + n] ?? 0)) | 0;
  return hash;
}

function power(factor: number, exponent: number): number {
  let result = 1;
  for (let n = 0; n < exponent; n++) result = Math.imul(result, factor);
  return result;
}
