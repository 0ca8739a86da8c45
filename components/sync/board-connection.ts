import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { assertNever } from '#board/assert.ts';
import type { ErrorCode } from '#board/errors.ts';
import type { BoardId } from '#board/ids.ts';
import { Kind, PROTOCOL_VERSION } from '#board/wire.ts';
import type { Hello, OwnMessage } from '#board/wire.ts';
import { Arrival } from './arrival.ts';
import { BoardProvider } from './board-provider.ts';
import { reasonOf } from './connection-state.ts';
import type { ConnectionEvent, ConnectionState, Transport } from './connection-state.ts';
import type { SocketClass } from './counting-socket.ts';
import { DeviceChanges } from './device-changes.ts';
import { CHECK_PROTOCOL, DivergenceCheck } from './divergence-check.ts';
import type { OpenOutbox } from './outbox.ts';
import { Outgoing } from './outgoing.ts';
import { PresenceSender } from './presence-sender.ts';
import { recoveryFile } from './recovery-file.ts';
import type { RecoveryFile } from './recovery-file.ts';
import { rescueOf } from './rescue.ts';
import type { Rescue } from './rescue.ts';
import { SetAsideChanges } from './set-aside-changes.ts';
import { ShownState } from './shown-state.ts';
import { UnsavedChanges } from './unsaved-changes.ts';

export interface BoardConnectionOptions {
  readonly boardId: BoardId;
  /** The document to keep in step. Its owner made it and destroys it, which ends the awareness too. */
  readonly doc: Y.Doc;
  /** Origin of the server as `ws://…` or `wss://…`, without a path. */
  readonly server: string;
  /** The browser's own unless given. */
  readonly WebSocket?: SocketClass;
  /** Where changes are kept until they are saved; without it they are in this tab only. */
  readonly outbox?: OpenOutbox;
  /** Of the connection before this one, when that could not go on with its document. */
  readonly rescue?: Rescue | undefined;
  /** 0 to 1; spreads the attempts to come back. */
  readonly random?: () => number;
}

/**
 * Keeps one document in step with the server and knows what of it is saved. It may be started and
 * stopped again and again; its state can be read and subscribed to all the while.
 */
export class BoardConnection {
  readonly doc: Y.Doc;
  /** Who else is here; set the local state to show a cursor. The server puts `user` in by itself. */
  readonly awareness: Awareness;
  private readonly shown = new ShownState();
  private readonly presence: PresenceSender;
  private readonly unsaved: UnsavedChanges;
  private readonly setAside = new SetAsideChanges();
  private readonly device: DeviceChanges;
  private readonly outgoing: Outgoing;
  private readonly arrival: Arrival;
  private readonly check: DivergenceCheck;
  private provider: BoardProvider | undefined;
  /** The version of the wire that the server speaks; 0 before it said so. */
  private serverProtocol = 0;

  constructor(private readonly options: BoardConnectionOptions) {
    const { doc, outbox: open, rescue } = options;
    this.doc = doc;
    this.awareness = new Awareness(doc);
    this.presence = new PresenceSender(this.awareness, (frame) => this.provider?.send(frame));
    this.unsaved = new UnsavedChanges({ now: Date.now, changed: () => this.onHolding() });
    const { unsaved, setAside } = this;
    this.device = new DeviceChanges({ doc, unsaved, setAside, open, rescue });
    this.outgoing = new Outgoing({ doc, unsaved, send: (frame) => this.send(frame) });
    this.arrival = this.createArrival();
    this.check = new DivergenceCheck({
      doc,
      isSaved: () => this.state.saving.is === 'saved' && this.serverProtocol >= CHECK_PROTOCOL,
      send: (frame) => this.provider?.send(frame),
    });
  }

  /** The same object for as long as it shows the same. */
  get state(): ConnectionState {
    return this.shown.current;
  }

  /** Something made here would be lost, or never be saved, if the page went away now. [SYNC-43] */
  get atRisk(): boolean {
    const refused = this.shown.known.link.is === 'refused';
    return this.unsaved.atRisk || (refused && !this.unsaved.holding.none);
  }

  /** Calls the listener after each change of `state`; returns its undo. */
  subscribe(listener: () => void): () => void {
    return this.shown.subscribe(listener);
  }

  start(): void {
    if (this.provider) return;
    this.tell({ is: 'started' });
    this.doc.on('update', this.onUpdate);
    this.device.start();
    this.provider = this.createProvider();
    this.presence.start();
    this.check.start();
    this.provider.connect();
  }

  stop(): void {
    if (!this.provider) return;
    this.check.stop();
    this.presence.stop();
    this.doc.off('update', this.onUpdate);
    this.provider.destroy();
    this.provider = undefined;
    this.unsaved.flush();
    this.device.stop();
    this.tell({ is: 'stopped' });
  }

  /** Tries again after a refusal, for instance once the person has signed in. */
  resume(): void {
    if (!this.provider) return this.start();
    this.tell({ is: 'started' });
    this.provider.connect();
  }

  /** Comes back at once instead of at its time: the network is there again. */
  hasten(): void {
    this.provider?.hasten();
  }

  /** While the page may be about to go, each change is written to the device at once. */
  hurry(isLeaving: boolean): void {
    this.unsaved.hurried = isLeaving;
  }

  /** Everything here that the server does not have. */
  recover(): RecoveryFile {
    const { link } = this.shown.known;
    const why: ErrorCode | 'waiting' = link.is === 'refused' ? link.reason : 'waiting';
    const unsaved = this.unsaved.everything.map((entry) => ({
      ...entry,
      reason: entry.refused ?? why,
    }));
    return recoveryFile({
      boardId: this.options.boardId,
      doc: this.doc,
      at: Date.now(),
      unsaved: [...this.setAside.all, ...unsaved],
    });
  }

  /** What the next connection takes over when this one cannot go on with its document. */
  rescue(): Rescue | undefined {
    const { link, me } = this.shown.known;
    if (link.is !== 'refused' || !me) return undefined;
    return rescueOf(
      link.reason,
      me.person.id,
      this.doc,
      this.unsaved.everything,
      this.setAside.all,
    );
  }

  /** The person no longer needs what the server did not take. */
  async dropSetAside(): Promise<void> {
    const dropped = this.device.drop();
    this.tell({ is: 'set-aside', what: this.setAside.shown });
    await dropped;
  }

  private createArrival(): Arrival {
    const { awareness, device, doc, outgoing, options } = this;
    return new Arrival({
      ...{ boardId: options.boardId, awareness, device, doc, outgoing },
      part: (reason) => this.part(reason),
      greeted: (hello) => this.greeted(hello),
      gathered: () => this.gathered(),
    });
  }

  private createProvider(): BoardProvider {
    const {
      boardId,
      doc,
      server,
      WebSocket: Base = WebSocket,
      random = Math.random,
    } = this.options;
    const params = (): Record<string, string> => this.params();
    return new BoardProvider(
      { boardId, doc, awareness: this.awareness, server, WebSocket: Base, params, random },
      {
        opening: () => this.opening(),
        opened: () => this.presence.renew(),
        sent: () => this.tell({ is: 'sent' }),
        asked: (stateVector) => this.outgoing.ask(stateVector),
        own: (message) => this.act(message),
        checked: (decoder) => this.check.hear(decoder),
        synced: () => this.synced(),
        closed: (code) => this.closed(code),
      },
    );
  }

  /** The epoch keeps a document of before a rebuild from being mixed into the new one. */
  private params(): Record<string, string> {
    const params = { protocol: String(PROTOCOL_VERSION), client: String(this.doc.clientID) };
    const epoch = this.arrival.knownEpoch;
    return epoch === undefined ? params : { ...params, epoch: String(epoch) };
  }

  private opening(): void {
    this.arrival.opening();
    this.tell({ is: 'opening' });
  }

  private act({ kind, body }: OwnMessage): void {
    switch (kind) {
      case Kind.hello:
        return this.arrival.hear(body);
      case Kind.saved:
        this.unsaved.confirm(body.count);
        return this.tell({ is: 'saved', count: body.count });
      case Kind.status:
        return this.tell({ is: 'status', saving: body.saving });
      case Kind.refused:
        if (isAboutContent(body.code)) this.unsaved.refuse(body.message, body.code);
        return this.tell({ is: 'refused', reason: body.code });
      default:
        assertNever(kind);
    }
  }

  private greeted({ person, access, protocol }: Hello): void {
    this.serverProtocol = protocol;
    this.tell({ is: 'hello', me: { person, access }, transport: this.transport() });
  }

  private synced(): void {
    this.tell({ is: 'synced' });
    this.arrival.synced();
  }

  private gathered(): void {
    this.tell({ is: 'set-aside', what: this.setAside.shown });
    this.onHolding();
  }

  private transport(): Transport {
    const socket: object | null | undefined = this.provider?.stock.ws;
    return socket && 'transport' in socket && socket.transport === 'http' ? 'http' : 'websocket';
  }

  private part(reason: ErrorCode): void {
    this.tell({ is: 'refused', reason });
    this.provider?.disconnect();
  }

  private closed(code: number | undefined): void {
    const reason = code === undefined ? undefined : reasonOf(code);
    if (
      this.shown.known.link.is !== 'refused' &&
      (reason === 'damaged' || reason === 'too-large')
    ) {
      this.unsaved.refuse(this.shown.known.confirmed + 1, reason);
    }
    this.tell(reason === undefined ? { is: 'lost' } : { is: 'refused', reason });
  }

  private send(frame: Uint8Array): number | undefined {
    return this.provider?.send(frame) ? this.shown.known.sent : undefined;
  }

  private readonly onUpdate = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction,
  ): void => {
    if (local) this.unsaved.add(update);
  };

  private onHolding(): void {
    const { none, ...shown } = this.unsaved.holding;
    const more = this.device.hasMore && this.shown.known.me?.access === 'write';
    this.tell({ is: 'unsaved', none: none && !more, ...shown });
    this.outgoing.proceed();
  }

  private tell(event: ConnectionEvent): void {
    this.shown.tell(event);
  }
}

/** The server looked at what was written and does not take it; other refusals are about the writer. */
function isAboutContent(code: ErrorCode): boolean {
  return code !== 'read-only' && code !== 'epoch-changed' && code !== 'sign-in';
}
