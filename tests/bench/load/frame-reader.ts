/** WebSocket's own names for what a frame is. */
export const Opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Called with each whole frame; `payload` is only good until the call returns. */
export type HearFrame = (opcode: number, payload: Buffer) => void;

interface Long {
  readonly opcode: number;
  readonly pieces: Buffer[];
  missing: number;
}

/** Cuts what a server sends into frames; a frame that lies in one chunk is not copied. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);
  private long: Long | undefined;

  constructor(private readonly hear: HearFrame) {}

  /** Throws on frames that a server may not send, or that ours never do. */
  push(chunk: Buffer): void {
    let bytes = this.long ? this.fill(this.long, chunk) : chunk;
    if (this.rest.length > 0) bytes = Buffer.concat([this.rest, bytes]);
    let at = 0;
    for (let next = this.cut(bytes, at); next !== undefined; next = this.cut(bytes, at)) at = next;
    // A copy: the chunk would be kept for the few bytes at its end.
    this.rest = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  }

  /** Reads the frame that begins at `at`; where the next begins, or undefined without a header. */
  private cut(bytes: Buffer, at: number): number | undefined {
    const header = readHeader(bytes, at);
    if (!header) return undefined;
    const { opcode, start, length } = header;
    const payload = bytes.subarray(start, start + length);
    if (payload.length < length) {
      this.long = { opcode, pieces: [Buffer.from(payload)], missing: length - payload.length };
    } else this.hear(opcode, payload);
    return Math.min(start + length, bytes.length);
  }

  /** Adds to a frame that goes over several chunks; what the chunk holds beyond it. */
  private fill(long: Long, chunk: Buffer): Buffer {
    const piece = chunk.subarray(0, long.missing);
    long.pieces.push(piece);
    long.missing -= piece.length;
    if (long.missing === 0) {
      this.long = undefined;
      this.hear(long.opcode, Buffer.concat(long.pieces));
    }
    return chunk.subarray(piece.length);
  }
}

function readHeader(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return undefined;
  const first = bytes.readUInt8(at);
  if ((first & 0x80) === 0) throw new Error('a message in fragments');
  const opcode = first & 0x0f;
  const short = bytes.readUInt8(at + 1);
  if (short < 126) return { opcode, start: at + 2, length: short };
  const size = short === 126 ? 2 : 8;
  const start = at + 2 + size;
  if (bytes.length < start) return undefined;
  const length = size === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  return { opcode, start, length };
}
