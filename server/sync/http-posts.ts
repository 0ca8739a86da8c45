import type { IncomingMessage } from 'node:http';
import { MAX_POST_BYTES, NUMBER_HEADER, SESSION_HEADER, splitFrames } from '#board/http-wire.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, MAX_FRAME_BYTES } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import { readBody } from './http-body.ts';
import type { HttpSession, HttpSessions } from './http-sessions.ts';
import type { Admitted } from './upgrade.ts';

export interface HttpPostsDeps {
  readonly sessions: HttpSessions;
  /** Never rejects. */
  readonly admit: (req: IncomingMessage, boardId: BoardId) => Promise<Admitted>;
  readonly clock: Clock;
}

/** Milliseconds in which a body has to be here: a megabyte over a poor line takes 20 s. */
const BODY_MS = 30_000;
const bodyLimits = { bytes: MAX_POST_BYTES, ms: BODY_MS };

/** Takes what clients without a WebSocket send: in order, each POST once. [SYNC-53] */
export class HttpPosts {
  constructor(private readonly deps: HttpPostsDeps) {}

  /** Hands the frames of one POST to its connection; the answer is an HTTP status. */
  async take(req: IncomingMessage, boardId: BoardId): Promise<number> {
    const session = this.deps.sessions.find(req.headers[SESSION_HEADER], boardId);
    if (!session) return 410;
    const number = readNumber(req.headers[NUMBER_HEADER]);
    if (number === undefined) return 400;
    if (!session.mayRead()) return 429;
    try {
      const stranger = await this.strangerTo(session, req);
      return stranger ?? (await this.read(session, number, req));
    } finally {
      session.readOne();
    }
  }

  /** The status for whoever is not the person of the session, or no longer somebody. [SYNC-52] */
  private async strangerTo(
    { boardId, connection }: HttpSession,
    req: IncomingMessage,
  ): Promise<number | undefined> {
    const admitted = await this.deps.admit(req, boardId);
    if (!admitted.ok) return admitted.close === CloseCode.restarting ? 503 : 404;
    const { person, access } = admitted.admission;
    if (person.id !== connection.person.id) return 404;
    // This asker's rights were looked up just now; those that the connection knows may be older.
    if (access !== connection.access) await connection.recheck();
    return undefined;
  }

  private async read(session: HttpSession, number: number, req: IncomingMessage): Promise<number> {
    const { connection } = session;
    connection.heard();
    const body = await readBody(req, bodyLimits, this.deps.clock);
    if (connection.ended) return 410;
    if (body.ok) return receive(session, number, body.bytes);
    if (body.status === 413) connection.close(CloseCode.tooLarge, 'a frame is too large');
    return body.status;
  }
}

function receive(session: HttpSession, number: number, body: Uint8Array): number {
  if (number <= session.taken) return 204;
  if (number > session.taken + 1) return 409;
  session.taken = number;
  const { connection } = session;
  const frames = framesOf(body);
  if (!frames) connection.close(CloseCode.damaged, 'these are no frames');
  else if (frames.some(({ byteLength }) => byteLength > MAX_FRAME_BYTES)) {
    connection.close(CloseCode.tooLarge, 'a frame is too large');
  }
  for (const frame of frames ?? []) if (!connection.ended) connection.receive(frame);
  connection.heard();
  return 204;
}

function framesOf(body: Uint8Array): Uint8Array[] | undefined {
  try {
    return splitFrames(body);
  } catch {
    return undefined;
  }
}

function readNumber(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^[1-9]\d{0,14}$/.test(header) ? Number(header) : undefined;
}
