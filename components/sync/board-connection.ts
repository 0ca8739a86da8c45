import type * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { assertNever } from '#board/assert.ts';
import type { BoardId } from '#board/ids.ts';
import { decodeOwn, Kind, PROTOCOL_VERSION } from '#board/wire.ts';
import type { Hello, OwnMessage } from '#board/wire.ts';
import { initialModel, reasonOf, reduce, show } from './connection-state.ts';
import type { ConnectionEvent, ConnectionModel, ConnectionState } from './connection-state.ts';
import { countingSocket } from './counting-socket.ts';
import type { SocketClass } from './counting-socket.ts';
import { PresenceSender } from './presence-sender.ts';

export interface BoardConnectionOptions {
  readonly boardId: BoardId;
  /** The document to keep in step. Its owner made it and destroys it, which ends the awareness too. */
  readonly doc: Y.Doc;
  /** Origin of the server as `ws://…` or `wss://…`, without a path. */
  readonly server: string;
  /** The browser's own unless given. */
  readonly WebSocket?: SocketClass;
}

/**
 * Keeps one document in step with the server and knows what of it is saved. It may be started and
 * stopped again and again; its state can be read and subscribed to all the while.
 */
export class BoardConnection {
  readonly doc: Y.Doc;
  /** Who else is here; set the local state to show a cursor. The server puts `user` in by itself. */
  readonly awareness: Awareness;
  private readonly presence: PresenceSender;
  private readonly listeners = new Set<() => void>();
  private provider: WebsocketProvider | undefined;
  private model: ConnectionModel = initialModel;
  private shown: ConnectionState = show(initialModel);
  private epoch: number | undefined;

  constructor(private readonly options: BoardConnectionOptions) {
    this.doc = options.doc;
    this.awareness = new Awareness(options.doc);
    this.presence = new PresenceSender(this.awareness, (frame) => this.sendPresence(frame));
  }

  /** The same object for as long as it shows the same. */
  get state(): ConnectionState {
    return this.shown;
  }

  /** Calls the listener after each change of `state`; returns its undo. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    if (this.provider) return;
    this.tell({ is: 'started' });
    this.doc.on('update', this.onUpdate);
    this.provider = this.createProvider();
    this.presence.start();
    this.provider.connect();
  }

  stop(): void {
    if (!this.provider) return;
    this.presence.stop();
    this.doc.off('update', this.onUpdate);
    this.provider.destroy();
    this.provider = undefined;
    this.tell({ is: 'stopped' });
  }

  /** Tries again after a refusal, for instance once the person has signed in. */
  resume(): void {
    if (!this.provider) return this.start();
    this.tell({ is: 'started' });
    this.provider.connect();
  }

  private createProvider(): WebsocketProvider {
    const { boardId, server, WebSocket: Base = WebSocket } = this.options;
    const provider = new WebsocketProvider(`${server}/sync`, boardId, this.doc, {
      connect: false,
      disableBc: true,
      awareness: this.awareness,
      params: this.params(),
      WebSocketPolyfill: countingSocket(Base, {
        opening: () => this.tell({ is: 'opening' }),
        sent: () => this.tell({ is: 'sent' }),
      }),
      shouldReconnect: ({ code }) => reasonOf(code) === undefined,
    });
    this.awareness.off('update', provider._awarenessUpdateHandler);
    for (const kind of [Kind.hello, Kind.saved, Kind.status, Kind.refused]) {
      provider.messageHandlers[kind] = (_encoder, decoder) => this.hear(kind, decoder);
    }
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.presence.renew();
    });
    provider.on('sync', (synced) => {
      if (synced) this.tell({ is: 'synced' });
    });
    provider.on('connection-close', (event) => this.closed(event?.code));
    return provider;
  }

  /** The epoch keeps a document of before a rebuild from being mixed into the new one. */
  private params(): Record<string, string> {
    const protocol = String(PROTOCOL_VERSION);
    return this.epoch === undefined ? { protocol } : { protocol, epoch: String(this.epoch) };
  }

  private hear(kind: number, decoder: decoding.Decoder): void {
    const message = decodeOwn(kind, decoder);
    if (message) this.act(message);
  }

  private act({ kind, body }: OwnMessage): void {
    switch (kind) {
      case Kind.hello:
        return this.meet(body);
      case Kind.saved:
        return this.tell({ is: 'saved', count: body.count });
      case Kind.status:
        return this.tell({ is: 'status', saving: body.saving });
      case Kind.refused:
        return this.tell({ is: 'refused', reason: body.code });
      default:
        assertNever(kind);
    }
  }

  private meet({ epoch, person, access }: Hello): void {
    this.epoch ??= epoch;
    if (this.epoch !== epoch) {
      this.tell({ is: 'refused', reason: 'epoch-changed' });
      this.provider?.disconnect();
      return;
    }
    if (this.provider) this.provider.params = this.params();
    this.tell({ is: 'hello', me: { person, access } });
  }

  private closed(code: number | undefined): void {
    const reason = code === undefined ? undefined : reasonOf(code);
    this.tell(reason === undefined ? { is: 'lost' } : { is: 'refused', reason });
  }

  private sendPresence(frame: Uint8Array): void {
    const socket = this.provider?.ws;
    if (socket && this.provider?.wsconnected && socket.readyState === socket.OPEN) {
      socket.send(frame as Uint8Array<ArrayBuffer>);
    }
  }

  private readonly onUpdate = (
    _update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction,
  ): void => {
    if (local) this.tell({ is: 'changed' });
  };

  private tell(event: ConnectionEvent): void {
    this.model = reduce(this.model, event);
    const shown = show(this.model, this.shown);
    if (shown === this.shown) return;
    this.shown = shown;
    for (const listener of [...this.listeners]) listener();
  }
}
