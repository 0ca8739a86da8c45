/** Any but zero, with which servers would save themselves the work. */
const MASK = Buffer.of(0x37, 0xfa, 0x21, 0x3d);

/** A whole frame as a client has to send it. */
export function maskedFrame(opcode: number, payload: Uint8Array): Buffer {
  const header = headerOf(opcode, payload.length);
  const frame = Buffer.allocUnsafe(header.length + payload.length);
  header.copy(frame);
  for (let i = 0; i < payload.length; i++) {
    frame[header.length + i] = (payload[i] ?? 0) ^ (MASK[i & 3] ?? 0);
  }
  return frame;
}

function headerOf(opcode: number, length: number): Buffer {
  const first = 0x80 | opcode;
  if (length < 126) return Buffer.concat([Buffer.of(first, 0x80 | length), MASK]);
  if (length < 65_536) {
    return Buffer.concat([Buffer.of(first, 0x80 | 126, length >> 8, length & 0xff), MASK]);
  }
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([Buffer.of(first, 0x80 | 127), size, MASK]);
}
