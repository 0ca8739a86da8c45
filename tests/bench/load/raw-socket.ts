import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { FrameReader, Opcode } from './frame-reader.ts';
import { maskedFrame } from './masked-frame.ts';

export interface Address {
  readonly port: number;
  readonly path: string;
  /** Who comes: our engine binds Yjs client ids to people; the others don't look. */
  readonly name: string;
}

/**
 * A WebSocket with as little of its own as possible, so that one process can be hundreds of clients
 * without being what is measured.
 */
export class RawSocket {
  /** The other side ended it, or the connection broke. */
  ended = false;
  /** Why the server ended it, if it said so. */
  closeCode: number | undefined;
  /** Resolves when it is gone, whoever ended it. */
  readonly gone: Promise<void>;

  private constructor(private readonly tcp: Socket) {
    this.gone = new Promise((resolve) => {
      tcp.once('close', () => {
        this.ended = true;
        resolve();
      });
    });
  }

  /** Resolves when the server accepted; rejects when it did not. `hear` gets every message. */
  static open(address: Address, hear: (message: Buffer) => void): Promise<RawSocket> {
    const tcp = connect({ port: address.port, host: '127.0.0.1', noDelay: true });
    const socket = new RawSocket(tcp);
    const reader = new FrameReader((opcode, payload) => {
      if (opcode === Opcode.binary) hear(payload);
      else if (opcode === Opcode.ping) tcp.write(maskedFrame(Opcode.pong, payload));
      else if (opcode === Opcode.close) socket.farewell(payload);
    });
    tcp.write(request(address));
    return new Promise((resolve, reject) => {
      tcp.on('error', reject);
      tcp.on('close', () => reject(new Error('the server hung up')));
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer): void => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.toString('latin1', 0, 12).endsWith(' 101')) {
          reject(new Error(`no upgrade: ${head.toString('latin1', 0, end)}`));
          return void tcp.destroy();
        }
        tcp.off('data', onHead);
        resolve(socket);
        tcp.on('data', (more: Buffer) => reader.push(more));
        // After whoever awaits the socket has it, and can answer.
        queueMicrotask(() => reader.push(head.subarray(end + 4)));
      };
      tcp.on('data', onHead);
    });
  }

  send(message: Uint8Array): void {
    if (!this.ended) this.tcp.write(maskedFrame(Opcode.binary, message));
  }

  /** Stops reading, as behind a dead network. */
  pause(): void {
    this.tcp.pause();
  }

  resume(): void {
    this.tcp.resume();
  }

  private farewell(reason: Buffer): void {
    if (reason.length >= 2) this.closeCode = reason.readUInt16BE();
    void this.leave();
  }

  /** Resolves when the connection is gone. */
  leave(): Promise<void> {
    if (this.ended) return Promise.resolve();
    this.tcp.end(maskedFrame(Opcode.close, Buffer.of(0x03, 0xe8)));
    this.tcp.resume();
    return this.gone;
  }
}

function request({ port, path, name }: Address): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${name}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
