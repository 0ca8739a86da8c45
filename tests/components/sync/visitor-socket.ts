import * as decoding from 'lib0/decoding';
import { WebSocket as NodeSocket } from 'ws';
import { decodeOwn, encodeOwn, Kind } from '#board/wire.ts';
import type { SocketClass } from '#components/sync/counting-socket.ts';

/** What a test may change about a browser's sockets while they come and go. */
export class Visitor {
  /** The addresses asked for so far. */
  readonly asked: string[] = [];
  /** Has the server say that the client id is somebody else's. */
  idIsTaken = false;
  private socket: NodeSocket | undefined;

  constructor(
    /** Whoever the browser's cookie names; the next socket goes by it. */
    public name: string,
  ) {}

  /** Cuts the wire, as a network does. */
  cut(): void {
    this.socket?.terminate();
  }

  socketClass(): SocketClass {
    const asked = this.asked;
    const made = (socket: NodeSocket): unknown => (this.socket = socket);
    const name = (): string => this.name;
    const heard = (data: ArrayBuffer): ArrayBuffer => this.heard(data);
    return class extends NodeSocket {
      constructor(address: string | URL) {
        super(address, { headers: { authorization: `Bearer ${name()}` } });
        asked.push(String(address));
        made(this);
      }

      override emit(event: string | symbol, ...args: unknown[]): boolean {
        if (event === 'message') args[0] = heard(args[0] as ArrayBuffer);
        return super.emit(event, ...args);
      }
    } as unknown as SocketClass;
  }

  private heard(data: ArrayBuffer): ArrayBuffer {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const kind = decoding.readVarUint(decoder);
    if (!this.idIsTaken || kind !== Kind.hello) return data;
    const message = decodeOwn(kind, decoder);
    if (message?.kind !== Kind.hello) return data;
    const told = encodeOwn({ ...message, body: { ...message.body, freshClientId: true } });
    return told.slice().buffer;
  }
}
