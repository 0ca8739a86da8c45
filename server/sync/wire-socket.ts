import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Socket } from './connection.ts';

/**
 * A WebSocket that writes frames to the wire itself: what goes to many people is framed once, and is
 * one write for each of them. Everything else is left to `ws`.
 */
export class WireSocket implements Socket {
  constructor(
    private readonly ws: WebSocket,
    private readonly wire: Duplex,
    private readonly framer: Framer,
  ) {}

  get bufferedAmount(): number {
    return this.ws.bufferedAmount;
  }

  send(payload: Uint8Array): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    for (const part of this.framer.parts(payload)) this.wire.write(part);
  }

  ping(): void {
    if (this.ws.readyState === WebSocket.OPEN) this.ws.ping();
  }

  close(code: number, reason: string): void {
    this.ws.close(code, reason);
  }

  terminate(): void {
    this.ws.terminate();
  }
}

/** Payloads up to this size are copied behind their header, so that a frame is one write. */
const COPIED_BYTES = 64 << 10;

/** Frames messages as RFC 6455 5.2 says, and remembers the last one. */
export class Framer {
  private payload: Uint8Array | undefined;
  private framed: readonly Uint8Array[] = [];

  parts(payload: Uint8Array): readonly Uint8Array[] {
    if (payload === this.payload) return this.framed;
    const parts = [headerOf(payload.byteLength), payload];
    this.payload = payload;
    this.framed = payload.byteLength > COPIED_BYTES ? parts : [Buffer.concat(parts)];
    return this.framed;
  }
}

/** A whole binary message, unmasked, as a server sends it. */
const FINAL_BINARY = 0x82;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

function headerOf(length: number): Uint8Array {
  if (length < LENGTH_IN_16_BITS) return Uint8Array.of(FINAL_BINARY, length);
  if (length < 1 << 16) {
    return Uint8Array.of(FINAL_BINARY, LENGTH_IN_16_BITS, length >> 8, length & 0xff);
  }
  const header = Buffer.alloc(10);
  header.writeUInt8(FINAL_BINARY, 0);
  header.writeUInt8(LENGTH_IN_64_BITS, 1);
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
