import { encodeChecked } from '#board/check-wire.ts';
import type { HeldDocument } from '#board/check-wire.ts';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, Kind, MAX_FRAME_BYTES, PROTOCOL_VERSION } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import { Audience } from './audience.ts';
import { RoomPresence } from './awareness.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import { Divergence } from './divergence.ts';
import { encodeAsk, encodeUpdate } from './frames.ts';
import type { PresenceEntry } from './frames.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { Judging } from './judging.ts';
import { Ledger } from './ledger.ts';
import type { Work } from './ledger.ts';
import type { SyncLogger } from './logger.ts';
import { countOne } from './metrics.ts';
import type { SyncMetrics } from './metrics.ts';
import { Pipeline } from './pipeline.ts';
import type { MessageJob } from './room-job.ts';
import { Seat } from './seat.ts';
import type { Member } from './seat.ts';
import type { UpdateLog } from './update-log.ts';
import { NoSuchBoard, StaleEpoch } from './update-log.ts';

/** Finds the change that brings the mirrored facts up to date; undefined when they are. */
export type Freshen<Tx> = (
  boardId: BoardId,
  board: BoardDocument,
  /** Given when the change is going to be made in this very transaction. */
  tx?: Tx,
) => Promise<((board: BoardDocument) => void) | undefined>;

export interface RoomDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: UpdateLog<Tx>;
  readonly bus: Bus;
  readonly heavy: HeavyWork;
  readonly freshen: Freshen<Tx>;
  readonly clock: Clock;
  readonly newClientId: () => number;
  readonly newWriter: () => string;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  /** The room ended; whoever comes next has to open it again. */
  readonly onClosed: () => void;
}

/** The room ended before the work was begun: open it again and ask once more. */
export class RoomClosed extends Error {
  override readonly name = 'RoomClosed';
}

/** The database does not answer, so that nothing can be changed at present. */
export class NotSaving extends Error {
  override readonly name = 'NotSaving';
}

/** Milliseconds until somebody whose answer had to wait is asked again. */
const ASK_AGAIN_MS = 2_000;

/** Bytes that may wait for one board to be judged and stored. */
const MAX_WAITING_BYTES = 16 * MAX_FRAME_BYTES;

// Milliseconds between two commits: with 200 people drawing the sends are the cost, and what comes
// in one window goes out as one frame. With more than a hundred people the window doubles.
const FLUSH_MS = 8;
const CROWD = 100;

/** The people on one open board, and the order in which their updates become everybody's. */
export class Room<Tx> {
  private readonly audience: Audience;
  private readonly presence: RoomPresence;
  private readonly pipeline: Pipeline;
  private readonly divergence: Divergence;
  private closed = false;
  private stale = false;
  private lastFlush = -Infinity;
  private unfollow = (): void => {};

  private constructor(
    private readonly deps: RoomDeps<Tx>,
    private readonly ledger: Ledger<Tx>,
  ) {
    const { bus, boardId, clock } = deps;
    const busy = (): boolean => this.pipeline.busy || ledger.waitingBytes > 0;
    this.divergence = new Divergence({ ...deps, document: ledger.document, busy });
    this.audience = new Audience({ clock, document: ledger.document });
    this.presence = new RoomPresence({
      clock,
      broadcast: (frame) => this.audience.showPresence(frame),
      show: (entries) => bus.showPresence(boardId, entries),
    });
    this.pipeline = new Pipeline({
      store: (messages) => this.store(messages),
      untilFlush: () => this.untilFlush(),
      onFailure: (error) => this.fail(error),
    });
  }

  /** Loads the board. Throws `NoSuchBoard`, `DamagedLog` and what the database throws. */
  static async open<Tx>(deps: RoomDeps<Tx>): Promise<Room<Tx>> {
    const ledger = await Ledger.open({
      ...deps,
      onShown: (update) => room.broadcast(update),
      onGrown: (at) => deps.bus.ring(deps.boardId, at),
      onSaving: (saving) => room.turn(saving),
      onBroken: (error) => room.fail(error),
    });
    const room = new Room(deps, ledger);
    room.follow();
    // What was rung while the log was read was heard by nobody.
    if (deps.bus.isShared) await room.reading(() => ledger.readToEnd());
    return room;
  }

  get position(): Position {
    return this.ledger.document.position;
  }

  get ended(): boolean {
    return this.closed;
  }

  /** True while somebody is in it or something waits to be stored. */
  get busy(): boolean {
    return this.audience.size > 0 || this.pipeline.busy || this.ledger.waitingBytes > 0;
  }

  /** Bytes of updates that wait for the disk, and of the document. */
  get heldBytes(): { readonly waiting: number; readonly document: number } {
    const waiting = this.pipeline.waitingBytes + this.ledger.waitingBytes;
    return { waiting, document: this.ledger.document.size.bytes };
  }

  /** Gives a connection its place: says hello, asks what it has, shows who is there. */
  join(member: Member): Seat {
    const seat = new Seat(member);
    this.audience.add(seat);
    this.greet(seat);
    if (this.ledger.saving === 'degraded') seat.tell(statusOf('degraded'));
    this.ask(seat);
    this.showPresence(seat);
    return seat;
  }

  /** Says who the connection is and what it may do; again when that changed. */
  greet(seat: Seat): void {
    const { person, access, clientId } = seat.member;
    const { boardId } = this.deps;
    const limits = { protocol: PROTOCOL_VERSION, maxFrameBytes: MAX_FRAME_BYTES };
    const owner = clientId === undefined ? undefined : this.ledger.owners.get(clientId);
    const freshClientId = owner !== undefined && owner !== person.id;
    const { epoch } = this.position;
    const body = {
      ...limits,
      boardId,
      epoch,
      access,
      person,
      ...(freshClientId && { freshClientId }),
    };
    seat.tell({ kind: Kind.hello, body });
  }

  leave(seat: Seat): void {
    if (this.audience.remove(seat)) this.presence.leave(seat.member);
  }

  /** Answers sync step 1; from then on the seat follows. Throws on bytes that are no state vector. */
  answer(seat: Seat, stateVector: Uint8Array): void {
    const { frames, missing } = this.ledger.document.answer(stateVector);
    // What comes while the rest is worked out builds on it; Yjs keeps that until it has the rest.
    seat.follows = true;
    if (missing) void this.answerLater(seat, missing, frames);
    else for (const frame of frames) seat.member.send(frame);
  }

  /** Takes an update in; `number` counts the document messages of the connection, from 1. */
  submit(seat: Seat, number: number, isAnswer: boolean, update: Uint8Array): void {
    if (this.closed) return;
    const waiting = this.pipeline.waitingBytes + this.ledger.waitingBytes;
    if (waiting > MAX_WAITING_BYTES) {
      return seat.member.close(CloseCode.restarting, 'too much waits to be saved');
    }
    const at = this.deps.clock.now();
    this.pipeline.submit({ is: 'message', seat, number, isAnswer, update, at });
  }

  /** Takes what a client says of its own presence. */
  listen(seat: Seat, states: readonly PresenceEntry[]): void {
    this.deps.metrics.presenceDropped += this.presence.receive(seat.member, states);
  }

  /** Answers whether the document that a client holds is ours. */
  check(seat: Seat, held: HeldDocument): void {
    this.compare(seat, held).catch((error: unknown) => {
      const { logger, boardId } = this.deps;
      logger.warn({ err: error, boardId }, 'a document could not be compared');
    });
  }

  showPresence(seat: Seat): void {
    const everybody = this.presence.everybody();
    if (everybody) seat.member.send(everybody, true);
  }

  /** See `BoardDocuments.read`; also while the database fails. Throws `RoomClosed`. */
  async read<T>(look: (board: BoardDocument, at: Position) => T): Promise<T> {
    // What another node stored just now counts as well, although its ring may be on its way.
    if (this.deps.bus.isShared) await this.reading(() => this.ledger.readToEnd());
    const now = (): T => this.ledger.read(look);
    return this.pipeline.task(
      () => Promise.resolve(now()),
      (why) => (why === 'closed' ? closedBefore() : now()),
    );
  }

  /** See `BoardDocuments.change`. Throws `NotSaving`, and `RoomClosed` when `work` was not begun. */
  change<T>(work: Work<T, Tx>): Promise<T> {
    return this.task(() => this.ledger.change(work));
  }

  /** Reads what other nodes stored: the log stands at `at`. [SYNC-60] */
  readOn(at: Position): Promise<void> {
    return this.reading(() => this.ledger.readOn(at));
  }

  /** The heartbeat makes up for what could not be read. */
  private async reading(read: () => Promise<unknown>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (error instanceof StaleEpoch || error instanceof NoSuchBoard) return this.fail(error);
      const { logger, boardId } = this.deps;
      logger.warn({ err: error, boardId }, 'what other nodes stored could not be read');
    }
  }

  /** True when the mirrored facts could not be brought up to date. */
  get isStale(): boolean {
    return this.stale;
  }

  /** Brings the mirrored facts up to date. What fails is said in the log, and `isStale` then. [SYNC-25] */
  async refresh(): Promise<void> {
    try {
      await this.task(() => this.freshen());
      this.stale = false;
    } catch (error) {
      if (this.closed) return;
      this.stale = true;
      const { logger, boardId } = this.deps;
      logger.warn({ err: error, boardId }, 'facts could not be brought up to date');
    }
  }

  /** Puts the log in order while nobody is here; the room may be over afterwards. Never rejects. */
  async tidy(): Promise<void> {
    if (this.ledger.saving === 'degraded') return;
    if (!this.busy && (await this.ledger.compaction.rebuild())) {
      return this.close(CloseCode.epochChanged, 'the board was rebuilt');
    }
    await this.ledger.compaction.whenLeft();
  }

  /** Resolves when everything taken so far is on disk, or the room was closed. */
  async settled(): Promise<void> {
    await this.pipeline.settled();
    await this.ledger.settled();
  }

  /** Ends the room and its connections. What waits is dropped: its senders were not told it is saved. */
  close(code: number, reason: string): void {
    if (this.closed) return;
    this.closed = true;
    if (this.ledger.saving === 'degraded') this.deps.metrics.degradedRooms -= 1;
    this.presence.stop();
    // Who leaves in this moment is told of by no tick any more.
    this.deps.bus.showAllPresence(this.deps.boardId, []);
    this.unfollow();
    this.ledger.stop();
    this.pipeline.stop();
    this.audience.dismiss(code, reason);
    this.deps.onClosed();
  }

  private follow(): void {
    const { bus, boardId } = this.deps;
    this.unfollow = bus.follow(boardId, {
      rung: (at) => void this.readOn(at),
      presence: (from, entries) => this.presence.hear(from, entries),
      presenceAsked: () => bus.showAllPresence(boardId, this.presence.shown()),
      nodeGone: (node) => this.presence.nodeGone(node),
    });
    bus.askPresence(boardId);
  }

  private task<T>(run: () => Promise<T>): Promise<T> {
    if (this.ledger.saving === 'degraded') return Promise.reject(new NotSaving());
    return this.pipeline.task(run, (why) => {
      if (why === 'closed') return closedBefore();
      throw new NotSaving();
    });
  }

  private async freshen(): Promise<void> {
    const { boardId, freshen } = this.deps;
    if (!(await this.ledger.read((board) => freshen(boardId, board)))) return;
    // Once more where nobody else can write between looking and writing.
    await this.ledger.change(async (board, tx) => {
      const apply = await freshen(boardId, board, tx);
      return { result: undefined, ...(apply && { apply }) };
    });
  }

  private async store(messages: readonly MessageJob[]): Promise<void> {
    this.lastFlush = this.deps.clock.now();
    const judging = await this.ledger.judge(messages);
    if (this.closed) return;
    this.refuse(judging);
    for (const seat of judging.toAsk) this.ask(seat);
    for (const seat of judging.toAskLater) this.askLater(seat);
    await this.ledger.store(judging, () => {
      for (const [seat, count] of judging.reached) seat.tellSaved(count);
    });
    if (judging.rows.length > 0) this.observe(messages);
  }

  /** The messages were shown just now. */
  private observe(messages: readonly MessageJob[]): void {
    const { clock, metrics } = this.deps;
    const now = clock.now();
    for (const { at } of messages) metrics.broadcastSeconds.observe((now - at) / 1000);
  }

  private refuse({ refused }: Judging): void {
    for (const { message, code, reason, closeCode } of refused) {
      countOne(this.deps.metrics.refused, code);
      message.seat.refuse(message.number, code, reason, closeCode);
    }
  }

  private async answerLater(
    seat: Seat,
    { state, vector }: { state: Uint8Array; vector: Uint8Array },
    frames: readonly Uint8Array[],
  ): Promise<void> {
    try {
      const difference = await this.deps.heavy.diff({ state, rows: [], vector });
      for (const frame of [encodeUpdate(difference), ...frames]) seat.member.send(frame);
    } catch (error) {
      if (this.closed) return;
      const { logger, boardId } = this.deps;
      logger.error({ err: error, boardId }, 'a document could not be compared');
      seat.member.close(CloseCode.restarting, 'try again');
    }
  }

  private async compare(seat: Seat, held: HeldDocument): Promise<void> {
    const result = seat.behind ? 'later' : await this.divergence.compare(held);
    const { logger, metrics, boardId } = this.deps;
    countOne(metrics.checks, result);
    if (result === 'differs' && held.again) {
      metrics.divergence += 1;
      logger.error({ boardId, at: this.position }, 'a client holds another document than we do');
    }
    seat.member.send(encodeChecked({ result }));
  }

  private ask(seat: Seat): void {
    seat.member.send(encodeAsk(this.ledger.document.encodedVector()));
  }

  private askLater(seat: Seat): void {
    this.deps.clock.after(ASK_AGAIN_MS, () => {
      if (this.audience.has(seat)) this.ask(seat);
    });
  }

  private broadcast(update: Uint8Array): void {
    this.divergence.news();
    this.audience.showUpdate(update);
  }

  private turn(saving: 'ok' | 'degraded'): void {
    this.deps.metrics.degradedRooms += saving === 'degraded' ? 1 : -1;
    this.audience.tell(statusOf(saving));
    if (saving === 'degraded') this.pipeline.giveUpTasks('degraded');
    else if (this.stale) void this.refresh();
  }

  private fail(error: unknown): void {
    if (this.closed) return;
    const { logger, metrics, boardId } = this.deps;
    logger.error({ err: error, boardId }, 'the room starts anew');
    metrics.rebuilds += 1;
    if (error instanceof StaleEpoch) this.close(CloseCode.epochChanged, 'the board was rebuilt');
    else if (error instanceof NoSuchBoard) this.close(CloseCode.noSuchBoard, 'no such board');
    else this.close(CloseCode.restarting, 'the room starts anew');
  }

  private untilFlush(): Promise<void> {
    const window = this.audience.size > CROWD ? 2 * FLUSH_MS : FLUSH_MS;
    const wait = this.lastFlush + window - this.deps.clock.now();
    if (wait <= 0) return Promise.resolve();
    return new Promise((resolve) => this.deps.clock.after(wait, resolve));
  }
}

function statusOf(saving: 'ok' | 'degraded'): OwnMessage {
  return { kind: Kind.status, body: { saving } };
}

function closedBefore(): never {
  throw new RoomClosed();
}
