import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode, Kind, MAX_FRAME_BYTES, PROTOCOL_VERSION } from '#board/wire.ts';
import type { OwnMessage } from '#board/wire.ts';
import { RoomPresence } from './awareness.ts';
import { judgeAll } from './batch.ts';
import type { Batch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Position } from './documents.ts';
import { encodeAnswer, encodeAsk, encodeUpdate } from './frames.ts';
import type { PresenceEntry } from './frames.ts';
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
export type Freshen = (
  boardId: BoardId,
  board: BoardDocument,
) => Promise<((board: BoardDocument) => void) | undefined>;

export interface RoomDeps<Tx> {
  readonly boardId: BoardId;
  readonly log: UpdateLog<Tx>;
  readonly freshen: Freshen;
  readonly clock: Clock;
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

// Milliseconds between two commits: with 200 people drawing the sends are the cost, and what comes
// in one window goes out as one frame. With more than a hundred people the window doubles.
const FLUSH_MS = 8;
const CROWD = 100;

/** The people on one open board, and the order in which their updates become everybody's. */
export class Room<Tx> {
  private readonly seats = new Set<Seat>();
  private readonly presence: RoomPresence;
  private readonly pipeline: Pipeline;
  private closed = false;
  private stale = false;
  private lastFlush = -Infinity;

  private constructor(
    private readonly deps: RoomDeps<Tx>,
    private readonly ledger: Ledger<Tx>,
  ) {
    this.presence = new RoomPresence(deps.clock, (frame) => this.showChanges(frame));
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
      onCommitted: (update) => room.broadcast(update),
      onSaving: (saving) => room.turn(saving),
      onBroken: (error) => room.fail(error),
    });
    const room = new Room(deps, ledger);
    return room;
  }

  get epoch(): number {
    return this.ledger.epoch;
  }

  get ended(): boolean {
    return this.closed;
  }

  /** True while somebody is in it or something waits to be stored. */
  get busy(): boolean {
    return this.seats.size > 0 || this.pipeline.busy;
  }

  /** Gives a connection its place: says hello, asks what it has, shows who is there. */
  join(member: Member): Seat {
    const seat = new Seat(member);
    this.seats.add(seat);
    this.greet(seat);
    if (this.ledger.saving === 'degraded') seat.tell(statusOf('degraded'));
    this.ask(seat);
    this.showPresence(seat);
    return seat;
  }

  /** Says who the connection is and what it may do; again when that changed. */
  greet(seat: Seat): void {
    const { person, access } = seat.member;
    const { boardId } = this.deps;
    const limits = { protocol: PROTOCOL_VERSION, maxFrameBytes: MAX_FRAME_BYTES };
    const body = { ...limits, boardId, epoch: this.epoch, access, person };
    seat.tell({ kind: Kind.hello, body });
  }

  leave(seat: Seat): void {
    if (this.seats.delete(seat)) this.presence.leave(seat.member);
  }

  /** Answers sync step 1; from then on the seat follows. */
  answer(seat: Seat, stateVector: Uint8Array): void {
    this.ledger.whenCommitted(() => {
      seat.member.send(encodeAnswer(this.ledger.document.beyond(stateVector)));
      seat.follows = true;
    });
  }

  /** Takes an update in; `number` counts the document messages of the connection, from 1. */
  submit(seat: Seat, number: number, isAnswer: boolean, update: Uint8Array): void {
    if (this.closed) return;
    const taken = this.pipeline.submit({ is: 'message', seat, number, isAnswer, update });
    if (!taken) seat.member.close(CloseCode.restarting, 'too much waits to be saved');
  }

  /** Takes what a client says of its own presence. */
  listen(seat: Seat, states: readonly PresenceEntry[]): void {
    this.deps.metrics.presenceDropped += this.presence.receive(seat.member, states);
  }

  showPresence(seat: Seat): void {
    const everybody = this.presence.everybody();
    if (everybody) seat.member.send(everybody, true);
  }

  /** See `BoardDocuments.read`; also while the database fails. Throws `RoomClosed`. */
  read<T>(look: (board: BoardDocument, at: Position) => T): Promise<T> {
    const now = (): T => look(this.ledger.document.board, this.ledger.document.position);
    if (this.ledger.saving === 'degraded') return Promise.resolve().then(now);
    return this.pipeline.task(
      () => Promise.resolve(now()),
      (why) => (why === 'closed' ? closedBefore() : now()),
    );
  }

  /** See `BoardDocuments.change`. Throws `NotSaving`, and `RoomClosed` when `work` was not begun. */
  change<T>(work: Work<T, Tx>): Promise<T> {
    return this.task(() => this.ledger.change(work));
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

  /** Resolves when everything taken so far is on disk, or the room was closed. */
  settled(): Promise<void> {
    return this.pipeline.settled();
  }

  /** Ends the room and its connections. What waits is dropped: its senders were not told it is saved. */
  close(code: number, reason: string): void {
    if (this.closed) return;
    this.closed = true;
    if (this.ledger.saving === 'degraded') this.deps.metrics.degradedRooms -= 1;
    this.presence.stop();
    this.ledger.stop();
    this.pipeline.stop();
    for (const seat of [...this.seats]) seat.member.close(code, reason);
    this.seats.clear();
    this.deps.onClosed();
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
    const apply = await freshen(boardId, this.ledger.document.board);
    if (apply) await this.ledger.change(() => Promise.resolve({ result: undefined, apply }));
  }

  private async store(messages: readonly MessageJob[]): Promise<void> {
    this.lastFlush = this.deps.clock.now();
    const batch = judgeAll(messages, this.ledger.document);
    this.refuse(batch);
    if (batch.updates.length > 0) {
      const stored = await this.ledger.store(batch.updates, batch.trespasses);
      if (stored.is === 'stopped') return;
      if (stored.is === 'unfit') return this.blame(batch, stored.error);
    }
    for (const seat of batch.toAsk) this.ask(seat);
    for (const [seat, count] of batch.reached) seat.tellSaved(count);
  }

  private refuse({ refused }: Batch): void {
    for (const { message, code, reason, closeCode } of refused) {
      countOne(this.deps.metrics.refused, code);
      message.seat.refuse(message.number, code, reason, closeCode);
    }
  }

  /** Sends away those whose updates do not fit: one alone is at fault, of several all may come back. */
  private blame({ authors }: Batch, error: unknown): void {
    const { logger, boardId } = this.deps;
    logger.error({ err: error, boardId }, 'an update passed the gate and cannot be applied');
    const code = authors.size === 1 ? CloseCode.damaged : CloseCode.restarting;
    for (const seat of authors) seat.member.close(code, 'an update cannot be applied');
  }

  private ask(seat: Seat): void {
    this.ledger.whenCommitted(() => {
      seat.member.send(encodeAsk(this.ledger.document.stateVector()));
    });
  }

  private broadcast(update: Uint8Array): void {
    const frame = encodeUpdate(update);
    for (const seat of this.seats) if (seat.follows) seat.member.send(frame);
  }

  private showChanges(presence: Uint8Array): void {
    for (const { member } of this.seats) member.send(presence, true);
  }

  private turn(saving: 'ok' | 'degraded'): void {
    this.deps.metrics.degradedRooms += saving === 'degraded' ? 1 : -1;
    for (const seat of this.seats) seat.tell(statusOf(saving));
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
    const window = this.seats.size > CROWD ? 2 * FLUSH_MS : FLUSH_MS;
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
