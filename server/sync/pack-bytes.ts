export interface Packed<T> {
  readonly packed: T;
  /** To be moved to another thread with it, which takes them away from this one. */
  readonly buffers: ArrayBuffer[];
}

/**
 * Makes a value of plain objects, lists and bytes ready to go to another thread. Bytes that may go
 * and own their whole buffer are moved as they are; of others a copy is moved, and only of the part
 * that they show: left to itself, the runtime would copy the whole buffer behind them.
 */
export function packBytes<T>(value: T, mayGo: (bytes: Uint8Array) => boolean): Packed<T> {
  const buffers = new Set<ArrayBuffer>();
  const pack = (part: unknown): unknown => {
    if (part instanceof Uint8Array) {
      const moved = mayGo(part) && ownsBuffer(part) && !buffers.has(part.buffer);
      const bytes = moved ? part : Uint8Array.from(part);
      buffers.add(bytes.buffer as ArrayBuffer);
      return bytes;
    }
    if (Array.isArray(part)) return part.map(pack);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, pack(value)]));
  };
  return { packed: pack(value) as T, buffers: [...buffers] };
}

function ownsBuffer(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength;
}
