import type { HeldDocument } from '#board/check-wire.ts';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, Kind, MAX_FRAME_BYTES } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import { Audience } from './audience.ts';
import { RoomPresence } from './awareness.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { PersonOn, Position } from './documents.ts';
import { Divergence } from './divergence.ts';
import type { EncodedAt } from './first-looks.ts';
import type { PresenceEntry } from './frames.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { Judged } from './judged.ts';
import { Ledger } from './ledger.ts';
import type { Work } from './ledger.ts';
import type { SyncLogger } from './logger.ts';
import { countOne } from './metrics.ts';
import type { SyncMetrics } from './metrics.ts';
import { MirroredFacts } from './mirrored-facts.ts';
import type { Freshen } from './mirrored-facts.ts';
import { Pipeline } from './pipeline.ts';
import { Replies } from './replies.ts';
import { NotSaving, RoomClosed } from './room-errors.ts';
import type { MessageJob } from './room-job.ts';
import { Seat } from './seat.ts';
import type { Member } from './seat.ts';
import type { UpdateLog } from './update-log.ts';
import { NoSuchBoard, StaleEpoch } from './update-log.ts';

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

/** Bytes that may wait for one board to be judged and stored. */
const MAX_WAITING_BYTES = 16 * MAX_FRAME_BYTES;

// Milliseconds between two commits: with 200 people drawing the sends are the cost, and what comes
// in one window goes out as one frame. With more than a hundred people the window is longer.
const FLUSH_MS = 8;
const CROWD_FLUSH_MS = 12;
const CROWD = 100;

/** The people on one open board, and the order in which their updates become everybody's. */
export class Room<Tx> {
  private readonly audience: Audience;
  private readonly presence: RoomPresence;
  private readonly pipeline: Pipeline;
  private readonly divergence: Divergence;
  private readonly facts: MirroredFacts<Tx>;
  private readonly replies: Replies;
  private closed = false;
  private lastFlush = -Infinity;
  private unfollow = (): void => {};

  private constructor(
    private readonly deps: RoomDeps<Tx>,
    private readonly ledger: Ledger<Tx>,
  ) {
    const { bus, boardId, clock } = deps;
    const busy = (): boolean => this.pipeline.busy || ledger.waitingBytes > 0;
    this.divergence = new Divergence({ ...deps, document: ledger.document, busy });
    const isOver = (): boolean => this.closed;
    this.facts = new MirroredFacts({ ...deps, ledger, isOver, task: (run) => this.task(run) });
    this.audience = new Audience({ clock, document: ledger.document });
    const isHere = (seat: Seat): boolean => this.audience.has(seat);
    this.replies = new Replies({ ...deps, ledger, divergence: this.divergence, isHere, isOver });
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
    this.replies.greet(seat);
    if (this.ledger.saving === 'degraded') seat.tell(statusOf('degraded'));
    this.replies.ask(seat);
    this.showPresence(seat);
    return seat;
  }

  /** See `Replies.greet`. */
  greet(seat: Seat): void {
    this.replies.greet(seat);
  }

  leave(seat: Seat): void {
    if (this.audience.remove(seat)) this.presence.leave(seat.member);
  }

  /** See `Replies.answer`. */
  answer(seat: Seat, stateVector: Uint8Array): void {
    this.replies.answer(seat, stateVector);
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

  /** See `Replies.check`. */
  check(seat: Seat, held: HeldDocument): void {
    this.replies.check(seat, held);
  }

  showPresence(seat: Seat): void {
    const everybody = this.presence.everybody();
    if (everybody) seat.member.send(everybody, true);
  }

  /** Whoever shows presence here. */
  get people(): readonly PersonOn[] {
    return this.presence.people();
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

  /** See `BoardDocuments.standing`. Throws `NotSaving` and `RoomClosed`. */
  standing(): Promise<Position> {
    return this.task(() => Promise.resolve(this.position));
  }

  /** The document as people get it. */
  get encoded(): EncodedAt {
    const [state, ...rows] = this.ledger.document.updates;
    return { at: this.position, state, rows };
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
    return this.facts.isStale;
  }

  /** See `MirroredFacts.refresh`. */
  refresh(): Promise<void> {
    return this.facts.refresh();
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

  private async store(messages: readonly MessageJob[]): Promise<void> {
    this.lastFlush = this.deps.clock.now();
    const judged = await this.ledger.judge(messages);
    if (this.closed) return;
    this.refuse(judged);
    for (const seat of judged.toAsk) this.replies.ask(seat);
    for (const seat of judged.toAskLater) this.replies.askLater(seat);
    await this.ledger.store(judged, () => {
      for (const [seat, count] of judged.reached) seat.tellSaved(count);
    });
    if (judged.rows.length > 0) this.observe(messages);
  }

  /** The messages were shown just now. */
  private observe(messages: readonly MessageJob[]): void {
    const { clock, metrics } = this.deps;
    const now = clock.now();
    for (const { at } of messages) metrics.broadcastSeconds.observe((now - at) / 1000);
  }

  private refuse({ refused }: Judged): void {
    for (const { message, code, reason, closeCode } of refused) {
      countOne(this.deps.metrics.refused, code);
      message.seat.refuse(message.number, code, reason, closeCode);
    }
  }

  private broadcast(update: Uint8Array): void {
    this.divergence.news();
    this.audience.showUpdate(update);
  }

  private turn(saving: 'ok' | 'degraded'): void {
    this.deps.metrics.degradedRooms += saving === 'degraded' ? 1 : -1;
    this.audience.tell(statusOf(saving));
    if (saving === 'degraded') this.pipeline.giveUpTasks('degraded');
    else if (this.isStale) void this.refresh();
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
    const window = this.audience.size > CROWD ? CROWD_FLUSH_MS : FLUSH_MS;
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
