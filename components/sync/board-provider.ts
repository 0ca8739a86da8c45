import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { BoardId } from '#board/ids.ts';
import { decodeOwn, Kind } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import { reasonOf } from './connection-state.ts';
import { countingSocket } from './counting-socket.ts';
import type { SocketClass } from './counting-socket.ts';
import { reconnectDelay } from './reconnect-delay.ts';

export interface ProviderOptions {
  readonly boardId: BoardId;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly server: string;
  readonly WebSocket: SocketClass;
  /** What the address says of this client, asked anew for each attempt. */
  readonly params: () => Record<string, string>;
  /** 0 to 1; spreads the attempts to come back. */
  readonly random: () => number;
}

/** What a connection hears of its provider. */
export interface ProviderEvents {
  /** A socket was made, connected or not. */
  opening(): void;
  opened(): void;
  /** A document message was handed to the socket. */
  sent(): void;
  /** The server asks for everything beyond what it has. */
  asked(stateVector: Uint8Array): void;
  own(message: OwnMessage): void;
  /** The server compared documents; the rest of that frame. */
  checked(decoder: decoding.Decoder): void;
  synced(): void;
  closed(code: number | undefined): void;
}

/**
 * y-websocket's provider, except for what it says and when: its answers and updates are left to its
 * owner, it sends no presence but on connecting, and it comes back at times of its own choosing.
 */
export class BoardProvider {
  readonly stock: WebsocketProvider;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: ProviderOptions,
    private readonly events: ProviderEvents,
  ) {
    this.stock = this.create();
    this.leaveSendingToOwner();
    this.listen();
  }

  connect(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stock.params = this.options.params();
    this.stock.connect();
  }

  /** Tries at once when it waits for the next attempt. */
  hasten(): void {
    if (this.timer !== undefined) this.connect();
  }

  disconnect(): void {
    this.stock.disconnect();
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stock.destroy();
  }

  /** Hands a frame to the socket; false when none is open. */
  send(frame: Uint8Array): boolean {
    const { ws, wsconnected } = this.stock;
    if (!ws || !wsconnected || ws.readyState !== ws.OPEN) return false;
    ws.send(frame as Uint8Array<ArrayBuffer>);
    return true;
  }

  private create(): WebsocketProvider {
    const { boardId, doc, awareness, server, WebSocket: Base } = this.options;
    return new WebsocketProvider(`${server}/sync`, boardId, doc, {
      connect: false,
      disableBc: true,
      awareness,
      WebSocketPolyfill: countingSocket(Base, this.events),
      shouldReconnect: ({ code }) => reasonOf(code) === undefined,
    });
  }

  private leaveSendingToOwner(): void {
    const { doc, awareness } = this.options;
    const { stock } = this;
    stock.messageHandlers[Kind.checked] = (_encoder, decoder) => this.events.checked(decoder);
    doc.off('update', stock._updateHandler);
    awareness.off('update', stock._awarenessUpdateHandler);
    const readSync = stock.messageHandlers[Kind.sync];
    stock.messageHandlers[Kind.sync] = (encoder, decoder, provider, ...rest) => {
      if (decoding.peekVarUint(decoder) !== messageYjsSyncStep1) {
        return readSync?.(encoder, decoder, provider, ...rest);
      }
      decoding.readVarUint(decoder);
      this.events.asked(decoding.readVarUint8Array(decoder));
    };
    for (const kind of [Kind.hello, Kind.saved, Kind.status, Kind.refused]) {
      stock.messageHandlers[kind] = (_encoder, decoder) => {
        const message = decodeOwn(kind, decoder);
        if (message) this.events.own(message);
      };
    }
  }

  private listen(): void {
    this.stock.on('status', ({ status }) => {
      if (status === 'connected') this.events.opened();
    });
    this.stock.on('sync', (synced) => {
      if (!synced) return;
      this.attempts = 0;
      this.events.synced();
    });
    this.stock.on('connection-close', (event) => {
      this.events.closed(event?.code);
      this.comeBack(event?.code);
    });
  }

  private comeBack(code: number | undefined): void {
    const wanted = this.stock.shouldConnect;
    // Its own timing knows no chance: everybody who was cut off at once would be back at once.
    this.stock.shouldConnect = false;
    if (!wanted || (code !== undefined && reasonOf(code) !== undefined)) return;
    const wait = reconnectDelay(this.attempts, code, this.options.random);
    this.attempts += 1;
    this.timer = setTimeout(() => this.connect(), wait);
  }
}
