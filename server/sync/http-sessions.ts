import { randomBytes } from 'node:crypto';
import type { BoardId } from '#board/ids.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import { TokenBucket } from './token-bucket.ts';
import type { Allowance } from './token-bucket.ts';

/** Sessions that one person may have open at once: each holds a connection of a browser and of ours. */
export const MAX_SESSIONS = 20;
// Our client sends 25 a second at most; each costs looking up who asks.
const POSTS: Allowance = { burst: 100, perSecond: 40 };
/** Bodies of one session that may be on their way at once: a POST, and the same again. */
const MAX_READING = 2;

/** One connection over HTTP: the stream is its life, its POSTs are what the client says. */
export class HttpSession {
  readonly id = randomBytes(24).toString('base64url');
  /** The number of the last POST that was taken. */
  taken = 0;
  private reading = 0;
  private readonly posts: TokenBucket;

  constructor(
    readonly boardId: BoardId,
    readonly connection: Connection,
    clock: Clock,
  ) {
    this.posts = new TokenBucket(POSTS, clock);
  }

  get personId(): string {
    return this.connection.person.id;
  }

  /** True when one more POST may be read now; then `readOne` is its end. */
  mayRead(): boolean {
    if (this.reading >= MAX_READING || !this.posts.take(1)) return false;
    this.reading += 1;
    return true;
  }

  readOne(): void {
    this.reading -= 1;
  }
}

/** Every connection over HTTP of this process. [SYNC-52] */
export class HttpSessions {
  private readonly byId = new Map<string, HttpSession>();

  add(session: HttpSession): void {
    this.byId.set(session.id, session);
  }

  remove(session: HttpSession): void {
    this.byId.delete(session.id);
  }

  /** Undefined for a session that never was, is over, or is at another board. */
  find(id: unknown, boardId: BoardId): HttpSession | undefined {
    const session = typeof id === 'string' ? this.byId.get(id) : undefined;
    return session?.boardId === boardId ? session : undefined;
  }

  /** How many a person has. */
  countOf(personId: string): number {
    return [...this.byId.values()].filter((session) => session.personId === personId).length;
  }
}
