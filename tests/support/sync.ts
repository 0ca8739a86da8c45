import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import type { CloseCode } from '#board/wire.ts';
import { BoardConnection } from '#components/sync/board-connection.ts';
import type { BoardConnectionOptions } from '#components/sync/board-connection.ts';
import type { SocketClass } from '#components/sync/counting-socket.ts';
import type { HeavyWork } from '#server/sync/heavy-work.ts';
import type { Clock } from '#server/sync/clock.ts';
import type { Access } from '#server/sync/seat.ts';
import type { Bus } from '#server/sync/bus.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import type { SyncMetrics } from '#server/sync/metrics.ts';
import type { Freshen } from '#server/sync/mirrored-facts.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { HttpSync } from '#server/sync/http-sync.ts';
import { SyncUpgrade } from '#server/sync/upgrade.ts';
import type { UpgradeDeps } from '#server/sync/upgrade.ts';
import type { UpdateLog } from '#server/sync/update-log.ts';
import { MemoryUpdateLog } from './memory-update-log.ts';
import { onTheSpot } from './on-the-spot.ts';
import type { MemoryTx } from './memory-update-log.ts';
import { Received } from './received.ts';

/** What a test lets each name do; a number is the close code to refuse with. */
export type Rights = Map<string, Access | (typeof CloseCode)[keyof typeof CloseCode]>;

export interface SyncServerOptions<Tx> {
  readonly log: UpdateLog<Tx>;
  readonly freshen?: Freshen<Tx>;
  readonly heavy?: HeavyWork;
  readonly bus?: Bus;
  readonly metrics?: SyncMetrics;
  readonly idleMs?: number;
  readonly drainMs?: number;
  readonly clock?: Clock;
}

/**
 * A real sync server on a free port. Whoever connects with `Authorization: Bearer <name>` is that
 * person; `rights` says what the name may do, and may be changed while it is connected.
 */
export class SyncServer<Tx> {
  readonly metrics: SyncMetrics;
  readonly rights: Rights = new Map();
  readonly origin = 'http://board.test';
  /** What was logged as a warning or an error. */
  readonly logged: { level: string; message: string; fields: object }[] = [];
  readonly rooms: Rooms<Tx>;
  readonly upgrade: SyncUpgrade;
  readonly overHttp: HttpSync;
  private readonly http: Server = createServer();

  constructor(readonly options: SyncServerOptions<Tx>) {
    this.metrics = options.metrics ?? createSyncMetrics();
    const logger = {
      info: () => {},
      warn: (fields: object, message: string) =>
        this.logged.push({ level: 'warn', message, fields }),
      error: (fields: object, message: string) =>
        this.logged.push({ level: 'error', message, fields }),
    };
    this.rooms = new Rooms({
      freshen: () => Promise.resolve(undefined),
      heavy: onTheSpot,
      bus: localBus,
      // Tests that break the database do not wait for it in vain.
      drainMs: 500,
      ...options,
      logger,
      metrics: this.metrics,
    });
    const doors: UpgradeDeps = {
      origins: new Set([this.origin]),
      admit: (req) => Promise.resolve(this.admit(req.headers.authorization)),
      rooms: this.rooms,
      logger,
      metrics: this.metrics,
    };
    this.upgrade = new SyncUpgrade(doors);
    this.overHttp = new HttpSync({ ...doors, ...(options.clock && { clock: options.clock }) });
  }

  async start(): Promise<this> {
    this.rooms.start();
    this.http.on('upgrade', (req, socket, head) => this.upgrade.handle(req, socket, head));
    this.http.on('request', (req, res) => this.overHttp.handle(req, res));
    await new Promise<void>((done) => this.http.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    await this.rooms.stop();
    await this.upgrade.stop();
    await this.overHttp.stop();
    const closed = new Promise((done) => this.http.close(done));
    this.http.closeAllConnections();
    await closed;
  }

  /** `ws://…` without a path. */
  get url(): string {
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  private admit(authorization: string | undefined): ReturnType<typeof admitted> {
    const name = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? 'nobody';
    return admitted(name, () => this.rights.get(name) ?? 'write');
  }
}

/** A server on a memory log that has one board, `board-1`. */
export async function startMemoryServer(
  options: Partial<SyncServerOptions<MemoryTx>> = {},
): Promise<{ server: SyncServer<MemoryTx>; log: MemoryUpdateLog; boardId: BoardId }> {
  const log = new MemoryUpdateLog();
  const boardId = asBoardId('board-1');
  log.addBoard(boardId, emptyBoard());
  const server = await new SyncServer({ log, ...options }).start();
  return { server, log, boardId };
}

/** The first row of a board with nothing on it. */
export function emptyBoard(): Uint8Array {
  const { doc, meta } = boardDocument(new Y.Doc());
  doc.transact(() => {
    meta.set('format', 1);
    meta.set('epoch', 1);
  });
  return Y.encodeStateAsUpdate(doc);
}

/** The product's own client, signed in as `name`; started. */
export class TestClient {
  readonly board: BoardDocument;
  readonly connection: BoardConnection;
  private socket: NodeSocket | undefined;

  constructor(
    server: { url: string },
    boardId: BoardId,
    name: string,
    doc = new Y.Doc(),
    more: Partial<BoardConnectionOptions> = {},
  ) {
    this.board = boardDocument(doc);
    this.connection = new BoardConnection({
      boardId,
      doc,
      server: server.url,
      WebSocket: socketOf(name, (socket) => (this.socket = socket)),
      ...more,
    });
    this.connection.start();
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  get saving(): string {
    return this.connection.state.saving.is;
  }

  get link(): string {
    return this.connection.state.link.is;
  }

  /** Cuts the wire, as a network does; the client comes back by itself. */
  cut(): void {
    this.socket?.terminate();
  }

  stop(): void {
    this.connection.stop();
    this.doc.destroy();
  }
}

/** A stock y-websocket client, signed in as `name`; connecting. */
export function stockClient(
  server: { url: string },
  boardId: BoardId,
  name: string,
  doc = new Y.Doc(),
): WebsocketProvider {
  return new WebsocketProvider(`${server.url}/sync`, boardId, doc, {
    disableBc: true,
    WebSocketPolyfill: socketOf(name),
  });
}

/** A bare socket signed in as `name`, for what no honest client sends. */
export class RawClient extends Received {
  readonly opened: Promise<void>;
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly socket: NodeSocket;

  constructor(
    server: { url: string },
    path: string,
    name: string,
    headers: Record<string, string> = { authorization: `Bearer ${name}` },
  ) {
    super();
    this.socket = new NodeSocket(`${server.url}${path}`, { headers });
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.opened.catch(() => {});
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  send(data: Uint8Array | string): void {
    this.socket.send(data);
  }

  /** Stops reading, as a peer behind a dead network does. */
  pause(): void {
    this.socket.pause();
  }

  stop(): void {
    this.socket.terminate();
  }
}

/** The socket class of Node, as the DOM types it, which signs in as `name`. */
export function socketOf(name: string, made: (socket: NodeSocket) => void = () => {}): SocketClass {
  const Signed = class extends NodeSocket {
    constructor(address: string | URL) {
      super(address, { headers: { authorization: `Bearer ${name}` } });
      made(this);
    }
  };
  return Signed as unknown as SocketClass;
}

/** Resolves once `holds` returns true; fails the test after `ms`, saying what was waited for. */
export async function until(what: string, holds: () => boolean, ms = 5_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${ms} ms in vain until ${what}`);
    await new Promise((again) => setTimeout(again, 2));
  }
}

function admitted(name: string, rightsOf: () => Access | number) {
  const access = rightsOf();
  if (typeof access === 'number') return { ok: false as const, close: access, reason: 'refused' };
  const recheck = (): Promise<Access | null> => {
    const now = rightsOf();
    return Promise.resolve(typeof now === 'number' ? null : now);
  };
  const person = { id: name, name: name.toUpperCase(), color: '#123456' };
  return { ok: true as const, admission: { person, access, recheck } };
}
