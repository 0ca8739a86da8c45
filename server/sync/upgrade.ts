import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';
import type { ErrorCode } from '#board/errors.ts';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, MAX_FRAME_BYTES } from '#board/wire.ts';
import type { Admission, Connection, Socket } from './connection.ts';
import type { SyncLogger } from './logger.ts';
import { countOne } from './metrics.ts';
import type { SyncMetrics } from './metrics.ts';
import type { Introduction } from './rooms.ts';
import { Framer, WireSocket } from './wire-socket.ts';

export type Admitted =
  | { readonly ok: true; readonly admission: Admission }
  /** `close` is one of `CloseCode`; a client does not come back after 44xx. */
  | { readonly ok: false; readonly close: number; readonly reason: string };

export interface UpgradeDeps {
  /** The exact origins whose pages may connect, such as `https://board.example.org`. */
  readonly origins: { has(origin: string): boolean };
  /** Decides who comes in; what it throws sends the client away to come back. */
  readonly admit: (req: IncomingMessage, boardId: BoardId) => Promise<Admitted>;
  readonly rooms: {
    connect(
      boardId: BoardId,
      socket: Socket,
      admission: Admission,
      intro: Introduction,
    ): Connection;
    disconnected(connection: Connection): void;
  };
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
}

/** Milliseconds that a peer gets to answer our farewell. */
const FAREWELL_MS = 5_000;
/** Milliseconds that stopping waits for peers to close in good order. */
const STOP_MS = 1_000;
/** Fragments of one message at most; browsers send none. */
const MAX_FRAGMENTS = 64;

/** Lets HTTP upgrades for `/sync/<boardId>` in, or says why not. */
export class SyncUpgrade {
  private readonly server = new WebSocketServer(serverOptions);
  private readonly framer = new Framer();
  private stopped = false;

  constructor(private readonly deps: UpgradeDeps) {}

  /** True for a path that this handles. */
  matches(url: string | undefined): boolean {
    return url?.startsWith('/sync/') ?? false;
  }

  /** Takes the upgrade over; never throws, never leaves the socket open without an owner. */
  handle(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.stopped) return refuse(socket, '503 Service Unavailable');
    if (!this.mayAsk(req)) {
      countOne(this.deps.metrics.refused, 'no-right' satisfies ErrorCode);
      return refuse(socket, '403 Forbidden');
    }
    this.letIn(req, socket, head).catch((error: unknown) => {
      this.deps.logger.error({ err: error }, 'an upgrade failed');
      socket.destroy();
    });
  }

  /** Ends what is still open; call it once the rooms have stopped. */
  async stop(): Promise<void> {
    this.stopped = true;
    const closed = [...this.server.clients].map(
      (ws) => new Promise((done) => ws.once('close', done)),
    );
    const timer = setTimeout(() => {
      for (const ws of this.server.clients) ws.terminate();
    }, STOP_MS);
    await Promise.all(closed);
    clearTimeout(timer);
  }

  /**
   * A browser always says from which page it comes, and sends our cookie from any page: only our own
   * count. Without an origin it is a program, which has to bring a token. [SYNC-1]
   */
  private mayAsk({ headers }: IncomingMessage): boolean {
    if (headers.origin !== undefined) return this.deps.origins.has(headers.origin);
    return /^bearer /i.test(headers.authorization ?? '');
  }

  private async letIn(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { boardId, intro } = readTarget(req.url ?? '');
    const admitted = boardId === undefined ? noSuchBoard : await this.admit(req, boardId);
    if (socket.destroyed) return;
    this.server.handleUpgrade(req, socket, head, (ws) => {
      // After an error it closes by itself, and in such a way that the peer reads why.
      ws.on('error', () => {});
      if (boardId !== undefined && admitted.ok) {
        return this.connect(ws, socket, boardId, admitted, intro);
      }
      if (admitted.ok) return;
      // Accepted first: a client reads why only from a close frame, and a bare HTTP error it retries. [SYNC-2]
      countOne(this.deps.metrics.closed, admitted.close);
      ws.close(admitted.close, admitted.reason);
    });
  }

  private async admit(req: IncomingMessage, boardId: BoardId): Promise<Admitted> {
    try {
      return await this.deps.admit(req, boardId);
    } catch (error) {
      this.deps.logger.error({ err: error }, 'nobody can tell who may come in');
      return { ok: false, close: CloseCode.restarting, reason: 'try again later' };
    }
  }

  private connect(
    ws: WebSocket,
    wire: Duplex,
    boardId: BoardId,
    { admission }: Extract<Admitted, { ok: true }>,
    intro: Introduction,
  ): void {
    const { rooms } = this.deps;
    const socket = new WireSocket(ws, wire, this.framer);
    const connection = rooms.connect(boardId, socket, admission, intro);
    ws.on('message', (data, isBinary) => {
      if (isBinary) connection.receive(bytesOf(data));
      else connection.close(TEXT_FRAME, 'frames are binary');
    });
    ws.on('pong', () => connection.heard());
    ws.on('close', () => rooms.disconnected(connection));
  }
}

/** WebSocket's own codes for a kind of data that is not taken, and for a message beyond the limit. */
const TEXT_FRAME = 1003;
const TOO_BIG = 1009;

/** Says "too large" in the code that clients do not come back after. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === TOO_BIG) super.close(CloseCode.tooLarge, 'a frame is too large');
    else super.close(code, reason);
  }
}

const serverOptions = {
  noServer: true,
  WebSocket: SyncSocket,
  perMessageDeflate: false,
  maxPayload: MAX_FRAME_BYTES,
  maxFragments: MAX_FRAGMENTS,
  closeTimeout: FAREWELL_MS,
};

const noSuchBoard: Admitted = { ok: false, close: CloseCode.noSuchBoard, reason: 'no such board' };

/** The board's id and what the client says of itself; no id when the path names none. */
export function readTarget(url: string): { boardId: BoardId | undefined; intro: Introduction } {
  const [path = '', query = ''] = url.split('?', 2);
  const id = /^\/sync\/([\w-]{1,64})$/.exec(path)?.[1];
  const params = new URLSearchParams(query);
  return {
    boardId: id === undefined ? undefined : asBoardId(id),
    intro: {
      speaksOwnKinds: readNumber(params.get('protocol')) !== undefined,
      epoch: readNumber(params.get('epoch')),
      clientId: readNumber(params.get('client')),
    },
  };
}

function readNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
