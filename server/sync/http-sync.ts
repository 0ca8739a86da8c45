import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '#board/errors.ts';
import { MAX_POST_BYTES } from '#board/http-wire.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode } from '#board/wire.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { mayAskOverHttp } from './http-origin.ts';
import { HttpPosts } from './http-posts.ts';
import { HttpSession, HttpSessions, MAX_SESSIONS } from './http-sessions.ts';
import { HttpSocket } from './http-socket.ts';
import { countOne } from './metrics.ts';
import { readTarget } from './upgrade.ts';
import type { Admitted, UpgradeDeps } from './upgrade.ts';

export interface HttpSyncDeps extends UpgradeDeps {
  readonly clock?: Clock;
}

/** Milliseconds that stopping waits for peers to take their farewell. */
const STOP_MS = 1_000;

/** Where WebSockets are blocked: the same connections over plain HTTP. [SYNC-50] */
export class HttpSync {
  private readonly clock: Clock;
  private readonly sessions = new HttpSessions();
  private readonly streams = new Set<ServerResponse>();
  private readonly posts: HttpPosts;
  private stopped = false;

  constructor(private readonly deps: HttpSyncDeps) {
    this.clock = deps.clock ?? systemClock;
    const admit = (req: IncomingMessage, boardId: BoardId) => this.admit(req, boardId);
    this.posts = new HttpPosts({ sessions: this.sessions, clock: this.clock, admit });
  }

  /** True for a path that this handles. */
  matches(url: string | undefined): boolean {
    return url?.startsWith('/sync/') ?? false;
  }

  /** Answers the request; never throws. */
  handle(req: IncomingMessage, res: ServerResponse): void {
    req.on('error', () => {});
    this.answer(req, res).catch((error: unknown) => {
      this.deps.logger.error({ err: error }, 'a request to the sync engine failed');
      res.destroy();
    });
  }

  /** Ends what is still open; call it once the rooms have stopped. */
  async stop(): Promise<void> {
    this.stopped = true;
    const undo = this.clock.after(STOP_MS, () => {
      for (const res of this.streams) res.destroy();
    });
    await Promise.all(
      [...this.streams].map((res) => new Promise((done) => res.once('close', done))),
    );
    undo();
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const target = readHttpTarget(req.url ?? '');
    if (!target) return end(req, res, 404);
    if (!mayAskOverHttp(req, this.deps.origins)) {
      countOne(this.deps.metrics.refused, 'no-right' satisfies ErrorCode);
      return end(req, res, 403);
    }
    if (this.stopped) return end(req, res, 503);
    const { deed, boardId } = target;
    if (req.method !== 'POST' && (deed === 'frames' || req.method !== 'GET')) {
      return end(req, res, 405);
    }
    if (deed === 'frames') return end(req, res, await this.posts.take(req, boardId));
    req.resume();
    this.open(res, target, await this.admit(req, boardId));
  }

  /** Refusals come in the stream too: a client reads why only from a close code. [SYNC-2] */
  private open(res: ServerResponse, { boardId, intro }: HttpTarget, admitted: Admitted): void {
    if (res.destroyed) return;
    const socket = new HttpSocket(res, this.clock);
    this.streams.add(res);
    res.once('close', () => this.streams.delete(res));
    socket.start();
    const refuse = (code: number, reason: string): void => {
      countOne(this.deps.metrics.closed, code);
      socket.close(code, reason);
    };
    if (!admitted.ok) return refuse(admitted.close, admitted.reason);
    const { admission } = admitted;
    if (this.sessions.countOf(admission.person.id) >= MAX_SESSIONS) {
      return refuse(CloseCode.tooFast, 'too many connections at once');
    }
    const connection = this.deps.rooms.connect(boardId, socket, admission, intro);
    const session = new HttpSession(boardId, connection, this.clock);
    res.once('close', () => {
      this.sessions.remove(session);
      this.deps.rooms.disconnected(connection);
    });
    if (connection.ended) return;
    this.sessions.add(session);
    socket.tellSession(session.id);
  }

  private async admit(req: IncomingMessage, boardId: BoardId): Promise<Admitted> {
    try {
      return await this.deps.admit(req, boardId);
    } catch (error) {
      this.deps.logger.error({ err: error }, 'nobody can tell who may come in');
      return { ok: false, close: CloseCode.restarting, reason: 'try again later' };
    }
  }
}

interface HttpTarget {
  readonly deed: 'events' | 'frames';
  readonly boardId: BoardId;
  readonly intro: ReturnType<typeof readTarget>['intro'];
}

/** The same path and query as the upgrade's, with what is to be done behind the board. */
function readHttpTarget(url: string): HttpTarget | undefined {
  const [, path, deed, query = ''] = /^(\/sync\/[^/?]+)\/(events|frames)(\?.*)?$/.exec(url) ?? [];
  if (path === undefined || (deed !== 'events' && deed !== 'frames')) return undefined;
  const { boardId, intro } = readTarget(path + query);
  return boardId === undefined ? undefined : { deed, boardId, intro };
}

/** Answers without a body, and lets no unread request body keep us busy. */
function end(req: IncomingMessage, res: ServerResponse, status: number): void {
  if (res.destroyed) return;
  const { 'content-length': length = 0, 'transfer-encoding': chunked } = req.headers;
  const isSmall = chunked === undefined && Number(length) <= MAX_POST_BYTES && status !== 408;
  res.writeHead(status, {
    'cache-control': 'no-store',
    ...(isSmall ? {} : { connection: 'close' }),
  });
  res.end();
  if (isSmall) req.resume();
}
