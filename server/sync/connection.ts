import { assertNever } from '#board/assert.ts';
import type { HeldDocument } from '#board/check-wire.ts';
import { CloseCode, MAX_FRAME_BYTES } from '#board/wire.ts';
import type { Person } from './awareness.ts';
import { Backlog } from './backlog.ts';
import type { Clock } from './clock.ts';
import type { ClientFrame, PresenceEntry } from './frames.ts';
import { decodeFrame, encodePresence } from './frames.ts';
import type { SyncLogger } from './logger.ts';
import { countOne } from './metrics.ts';
import type { SyncMetrics } from './metrics.ts';
import type { Access, Member, Seat } from './seat.ts';
import type { Allowance } from './token-bucket.ts';
import { TokenBucket } from './token-bucket.ts';

/** What a connection needs of a WebSocket. */
export interface Socket {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
  send(frame: Uint8Array): void;
  ping(): void;
  close(code: number, reason: string): void;
  /** Ends it without a word. */
  terminate(): void;
}

/** Who was let in, and the way to ask again. */
export interface Admission {
  readonly person: Person;
  readonly access: Access;
  /** What the person may do now; null when they may no longer stay. Throws when nobody can tell. */
  recheck(): Promise<Access | null>;
}

/** What a connection asks of its room. */
export interface Place {
  join(member: Member): Seat;
  greet(seat: Seat): void;
  leave(seat: Seat): void;
  answer(seat: Seat, stateVector: Uint8Array): void;
  submit(seat: Seat, number: number, isAnswer: boolean, update: Uint8Array): void;
  listen(seat: Seat, states: readonly PresenceEntry[]): void;
  showPresence(seat: Seat): void;
  check(seat: Seat, held: HeldDocument): void;
}

export interface ConnectionDeps {
  readonly clock: Clock;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
}

// Frames in a second: drawing and pointing make up to 120, and a stock client sends back each of the
// 20 presence frames that it gets.
const FRAMES: Allowance = { burst: 900, perSecond: 300 };
// Bytes in a second: a first sync comes at once, drawing stays below 50 KB.
const BYTES: Allowance = { burst: 4 * MAX_FRAME_BYTES, perSecond: MAX_FRAME_BYTES };
// Each sync step 1 may cost the encoding of a whole board; clients ask once per connection.
const ASKS: Allowance = { burst: 20, perSecond: 1 };
// A client of ours asks once a minute, and once more when the answer was bad.
const CHECKS: Allowance = { burst: 4, perSecond: 1 / 20 };
// Stock clients give up after 30 s without a message, and a peer that answers no ping for as long is gone.
const BEAT_MS = 10_000;
const DEAD_MS = 30_000;
/** Bytes that may come in while the board is still loading. */
const EARLY_BYTES = 2 * MAX_FRAME_BYTES;
/** WebSocket's own code for a fault on our side. */
const INTERNAL = 1011;

type Life =
  | { readonly is: 'joining'; readonly early: Uint8Array[]; earlyBytes: number }
  | { readonly is: 'seated'; readonly place: Place; readonly seat: Seat }
  | { readonly is: 'ended' };

/** One socket: reads its frames, keeps it within bounds, and holds its seat in the room. */
export class Connection implements Member {
  readonly person: Person;
  readonly speaksOwnKinds: boolean;
  readonly clientId: number | undefined;
  access: Access;
  private life: Life = { is: 'joining', early: [], earlyBytes: 0 };
  private readonly frames: TokenBucket;
  private readonly bytes: TokenBucket;
  private readonly asks: TokenBucket;
  private readonly checks: TokenBucket;
  private readonly backlog: Backlog;
  private documentMessages = 0;
  private heardAt: number;
  private sentAt: number;
  private undoBeat: (() => void) | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly admission: Admission,
    intro: { readonly speaksOwnKinds: boolean; readonly clientId: number | undefined },
    private readonly deps: ConnectionDeps,
  ) {
    const { clock } = deps;
    this.person = admission.person;
    this.access = admission.access;
    this.speaksOwnKinds = intro.speaksOwnKinds;
    this.clientId = intro.clientId;
    this.frames = new TokenBucket(FRAMES, clock);
    this.bytes = new TokenBucket(BYTES, clock);
    this.asks = new TokenBucket(ASKS, clock);
    this.checks = new TokenBucket(CHECKS, clock);
    this.backlog = new Backlog(socket, clock);
    this.heardAt = this.sentAt = clock.now();
  }

  get ended(): boolean {
    return this.life.is === 'ended';
  }

  get isLate(): boolean {
    return this.backlog.late;
  }

  /** Bytes that the peer has not taken yet. */
  get unsentBytes(): number {
    return this.socket.bufferedAmount;
  }

  start(): void {
    this.deps.metrics.sockets += 1;
    this.undoBeat = this.deps.clock.after(BEAT_MS, () => this.beat());
  }

  /** The board is loaded: takes the seat and reads what came in meanwhile. */
  enter(place: Place): void {
    if (this.life.is !== 'joining') return;
    const { early } = this.life;
    this.life = { is: 'seated', place, seat: place.join(this) };
    for (const frame of early) this.read(frame);
  }

  /** Takes one frame off the wire; whatever goes wrong with it ends this connection alone. */
  receive(frame: Uint8Array): void {
    this.heard();
    this.deps.metrics.framesIn += 1;
    if (!this.frames.take(1) || !this.bytes.take(frame.byteLength)) {
      return this.close(CloseCode.tooFast, 'too much at once');
    }
    if (this.life.is === 'joining') this.keepEarly(this.life, frame);
    else this.read(frame);
  }

  /** The peer answered a ping. */
  heard(): void {
    this.heardAt = this.deps.clock.now();
  }

  send(frame: Uint8Array, mayBeLost = false): void {
    if (this.ended || (mayBeLost && this.isLate)) return;
    this.socket.send(frame);
    this.sentAt = this.deps.clock.now();
    this.deps.metrics.framesOut += 1;
    this.deps.metrics.bytesOut += frame.byteLength;
    this.watchBacklog();
  }

  close(code: number, reason: string): void {
    if (this.ended) return;
    countOne(this.deps.metrics.closed, code);
    // After a final refusal, what was sent before it and not yet judged does not count either.
    if (this.life.is === 'seated' && isFinal(code)) this.life.seat.gone = true;
    this.end();
    this.socket.close(code, reason);
  }

  /** Ends the connection's life here; the socket is closed, or about to be. */
  end(): void {
    if (this.ended) return;
    const { life } = this;
    this.life = { is: 'ended' };
    this.undoBeat?.();
    this.deps.metrics.sockets -= 1;
    if (life.is === 'seated') life.place.leave(life.seat);
  }

  /** Asks again what the person may do, and acts on it. When nobody can tell, all stays as it is. */
  async recheck(): Promise<void> {
    const access = await this.admission.recheck().catch((error: unknown) => {
      this.deps.logger.warn({ err: error }, 'rights could not be checked again');
      return this.access;
    });
    if (access === null) return this.close(CloseCode.noRight, 'you may no longer be here');
    if (access === this.access) return;
    this.access = access;
    if (this.life.is === 'seated') this.life.place.greet(this.life.seat);
  }

  private keepEarly(life: Extract<Life, { is: 'joining' }>, frame: Uint8Array): void {
    life.earlyBytes += frame.byteLength;
    if (life.earlyBytes > EARLY_BYTES) return this.close(CloseCode.tooFast, 'too much at once');
    life.early.push(frame);
  }

  private read(frame: Uint8Array): void {
    if (this.life.is !== 'seated') return;
    const { place, seat } = this.life;
    const decoded = this.decode(frame);
    if (!decoded) return;
    try {
      this.act(place, seat, decoded);
    } catch (error) {
      this.deps.logger.error({ err: error }, 'a frame could not be handled');
      this.close(INTERNAL, 'something went wrong');
    }
  }

  private decode(frame: Uint8Array): ClientFrame | undefined {
    try {
      return decodeFrame(frame);
    } catch {
      this.close(CloseCode.damaged, 'this is no frame');
      return undefined;
    }
  }

  private act(place: Place, seat: Seat, frame: ClientFrame): void {
    switch (frame.is) {
      case 'ask':
        if (this.asks.take(1)) place.answer(seat, frame.stateVector);
        else this.close(CloseCode.tooFast, 'too many questions');
        return;
      case 'answer':
      case 'update':
        this.documentMessages += 1;
        place.submit(seat, this.documentMessages, frame.is === 'answer', frame.update);
        return;
      case 'presence':
        place.listen(seat, frame.states);
        return;
      case 'ask-presence':
        place.showPresence(seat);
        return;
      case 'check':
        // Each may cost a digest of the whole board; who asks too often is not answered.
        if (this.checks.take(1)) place.check(seat, frame.held);
        return;
      case 'unknown':
        return;
      default:
        assertNever(frame);
    }
  }

  watchBacklog(): void {
    const code = this.backlog.verdict();
    if (code === undefined) return;
    this.close(code, 'too slow');
    // The word of farewell would wait behind everything else.
    this.socket.terminate();
  }

  private beat(): void {
    this.undoBeat = this.deps.clock.after(BEAT_MS, () => this.beat());
    const now = this.deps.clock.now();
    if (now - this.heardAt > DEAD_MS) {
      this.end();
      return this.socket.terminate();
    }
    this.socket.ping();
    if (now - this.sentAt >= BEAT_MS) this.send(encodePresence([]));
    else this.watchBacklog();
  }
}

/** Codes after which a client does not come back by itself. */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500;
}
