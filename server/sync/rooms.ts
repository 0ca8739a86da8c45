import { randomInt, randomUUID } from 'node:crypto';
import type { FirstLook } from '#board/first-look.ts';
import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import { CloseCode } from '#board/wire.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Admission, Socket } from './connection.ts';
import { Connection } from './connection.ts';
import type { Bus } from './bus.ts';
import type { BoardDocuments, PersonOn, Position } from './documents.ts';
import { FirstLooks } from './first-looks.ts';
import type { HeavyWork } from './heavy-work.ts';
import type { SyncLogger } from './logger.ts';
import type { HeldBytes, SyncMetrics } from './metrics.ts';
import type { Work } from './ledger.ts';
import type { Freshen } from './mirrored-facts.ts';
import { Room } from './room.ts';
import { RoomClosed } from './room-errors.ts';
import type { UpdateLog } from './update-log.ts';
import { NoSuchBoard } from './update-log.ts';

export interface RoomsDeps<Tx> {
  readonly log: UpdateLog<Tx>;
  readonly bus: Bus;
  readonly heavy: HeavyWork;
  readonly freshen: Freshen<Tx>;
  readonly logger: SyncLogger;
  readonly metrics: SyncMetrics;
  readonly clock?: Clock;
  /** Random 32-bit numbers and names that never come twice; tests may bring their own. */
  readonly newClientId?: () => number;
  readonly newWriter?: () => string;
  /** Milliseconds that an empty room stays in memory: people reload pages and come straight back. */
  readonly idleMs?: number;
  /** Milliseconds that stopping may wait for the database in all. */
  readonly drainMs?: number;
}

/** What a client said of itself when it connected. */
export interface Introduction {
  /** It asked for message kinds from 100 up. */
  readonly speaksOwnKinds: boolean;
  /** The epoch of the document that it holds; undefined when it starts from an empty one. */
  readonly epoch: number | undefined;
  /** The Yjs client id under which it is going to write, when it told. */
  readonly clientId: number | undefined;
}

const randomId = (): number => randomInt(2 ** 32);

const IDLE_MS = 30_000;
/** Milliseconds between two sweeps for what no event told us: rights that changed, facts that failed. */
const SWEEP_MS = 60_000;
// With the farewells this stays below the 10 s after which a supervisor kills.
const DRAIN_MS = 8_000;

/** A closed room is opened anew for work that it had not begun; more often than this is a fault. */
const ATTEMPTS = 3;

/** Whose rights changed: on a board, of a person, or both; with neither, everybody's. */
export interface Affected {
  readonly boardId?: BoardId;
  readonly personId?: string;
}

interface Held<Tx> {
  readonly loading: Promise<Room<Tx>>;
  room: Room<Tx> | undefined;
  users: number;
  undoIdle: (() => void) | undefined;
}

interface Guest {
  readonly boardId: BoardId;
  readonly letGo: () => void;
}

/** Every open board of this process: opened once, kept while used, dropped when idle. [SYNC-14] */
export class Rooms<Tx> implements BoardDocuments<Tx> {
  private readonly held = new Map<BoardId, Held<Tx>>();
  private readonly guests = new Map<Connection, Guest>();
  private readonly clock: Clock;
  private readonly looks: FirstLooks;
  private readonly idleMs: number;
  private readonly drainMs: number;
  private state: 'new' | 'running' | 'stopping' = 'new';
  private undoSweep: (() => void) | undefined;

  constructor(private readonly deps: RoomsDeps<Tx>) {
    this.clock = deps.clock ?? systemClock;
    this.looks = new FirstLooks({ clock: this.clock, heavy: deps.heavy });
    this.idleMs = deps.idleMs ?? IDLE_MS;
    this.drainMs = deps.drainMs ?? DRAIN_MS;
  }

  start(): void {
    this.state = 'running';
    this.planSweep();
  }

  /** Takes an admitted socket to its board; hand the connection every frame, and its end to `disconnected`. */
  connect(boardId: BoardId, socket: Socket, admission: Admission, intro: Introduction): Connection {
    const deps = { ...this.deps, clock: this.clock };
    const connection = new Connection(socket, admission, intro, deps);
    connection.start();
    if (this.state !== 'running') {
      connection.close(CloseCode.restarting, 'restarting');
      return connection;
    }
    const { held, letGo } = this.hold(boardId);
    this.guests.set(connection, { boardId, letGo });
    void this.seat(connection, held, intro);
    return connection;
  }

  /** The connection's socket closed. */
  disconnected(connection: Connection): void {
    connection.end();
    this.guests.get(connection)?.letGo();
    this.guests.delete(connection);
  }

  read<T>(boardId: BoardId, look: (board: BoardDocument, at: Position) => T): Promise<T> {
    return this.within(boardId, (room) => room.read(look));
  }

  async firstLook(boardId: BoardId): Promise<FirstLook> {
    const open = this.held.get(boardId)?.room;
    const at = open?.position ?? (await this.deps.log.heads([boardId])).get(boardId);
    const read = () => this.within(boardId, (room) => Promise.resolve(room.encoded));
    return this.looks.latest(boardId, at, read);
  }

  /** Throws `NotSaving` while the database fails, besides what `work` throws. */
  change<T>(boardId: BoardId, work: Work<T, Tx>): Promise<T> {
    return this.within(boardId, (room) => room.change(work));
  }

  peopleOn(boardId: BoardId): Promise<readonly PersonOn[]> {
    return this.within(boardId, (room) => Promise.resolve(room.people));
  }

  standing(boardId: BoardId): Promise<Position> {
    return this.within(boardId, (room) => room.standing());
  }

  async refresh(boardId: BoardId): Promise<void> {
    if (await this.refreshHere(boardId)) return;
    this.deps.bus.announce({ is: 'refresh', boardId });
  }

  async recheck(which: Affected): Promise<void> {
    this.deps.bus.announce({ is: 'recheck', ...which });
    await this.recheckHere(which);
  }

  /** Where each board stands that is open on this node. */
  get openHere(): ReadonlyMap<BoardId, Position> {
    const rooms = [...this.held].flatMap(([boardId, { room }]): [BoardId, Position][] =>
      room ? [[boardId, room.position]] : [],
    );
    return new Map(rooms);
  }

  /** What all boards and connections hold at this moment. */
  heldBytes(): HeldBytes {
    let [waitingBytes, documentBytes, unsentBytes] = [0, 0, 0];
    for (const { room } of this.held.values()) {
      waitingBytes += room?.heldBytes.waiting ?? 0;
      documentBytes += room?.heldBytes.document ?? 0;
    }
    for (const connection of this.guests.keys()) unsentBytes += connection.unsentBytes;
    return { waitingBytes, documentBytes, unsentBytes };
  }

  /** The board's log stands at `head`, in case it is open here. */
  readOn(boardId: BoardId, head: Position): void {
    void this.held.get(boardId)?.room?.readOn(head);
  }

  /** `refresh` on this node alone; false when nobody has the board open here. */
  async refreshHere(boardId: BoardId): Promise<boolean> {
    if (!this.held.has(boardId)) return false;
    await this.within(boardId, (room) => room.refresh());
    return true;
  }

  /** `recheck` on this node alone. */
  async recheckHere(which: Affected): Promise<void> {
    const asked = [...this.guests].filter(
      ([{ person }, { boardId }]) =>
        (which.boardId ?? boardId) === boardId && (which.personId ?? person.id) === person.id,
    );
    await Promise.all(asked.map(([connection]) => connection.recheck()));
  }

  /** Stores what came in and sends everybody away to come back; takes `drainMs` at most. [SYNC-16] */
  async stop(): Promise<void> {
    this.state = 'stopping';
    this.undoSweep?.();
    await this.flush();
    for (const connection of this.guests.keys()) {
      connection.close(CloseCode.restarting, 'restarting');
    }
    await this.flush();
    for (const { room, undoIdle } of [...this.held.values()]) {
      undoIdle?.();
      room?.close(CloseCode.restarting, 'restarting');
    }
  }

  private async seat(connection: Connection, held: Held<Tx>, intro: Introduction): Promise<void> {
    try {
      const room = await held.loading;
      if (room.ended) connection.close(CloseCode.restarting, 'the room starts anew');
      else if (intro.epoch !== undefined && intro.epoch !== room.position.epoch) {
        connection.close(CloseCode.epochChanged, 'the board was rebuilt');
      } else connection.enter(room);
    } catch (error) {
      if (error instanceof NoSuchBoard) {
        return connection.close(CloseCode.noSuchBoard, 'no such board');
      }
      this.deps.logger.error({ err: error }, 'a board could not be opened');
      connection.close(CloseCode.restarting, 'the board cannot be opened now');
    }
  }

  private async within<T>(boardId: BoardId, work: (room: Room<Tx>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const { held, letGo } = this.hold(boardId);
      try {
        return await work(await held.loading);
      } catch (error) {
        if (!(error instanceof RoomClosed) || attempt === ATTEMPTS) throw error;
      } finally {
        letGo();
      }
    }
  }

  private hold(boardId: BoardId): { held: Held<Tx>; letGo: () => void } {
    const held = this.held.get(boardId) ?? this.open(boardId);
    held.users += 1;
    held.undoIdle?.();
    const letGo = (): void => {
      held.users -= 1;
      if (held.users === 0) this.planUnload(boardId, held);
    };
    return { held, letGo };
  }

  private open(boardId: BoardId): Held<Tx> {
    const forget = (): void => {
      if (this.held.get(boardId) !== held) return;
      this.held.delete(boardId);
      this.deps.metrics.rooms -= 1;
    };
    const held: Held<Tx> = {
      loading: this.load(boardId, forget),
      room: undefined,
      users: 0,
      undoIdle: undefined,
    };
    held.loading.then((room) => (held.room = room), forget);
    this.held.set(boardId, held);
    this.deps.metrics.rooms += 1;
    return held;
  }

  private async load(boardId: BoardId, onClosed: () => void): Promise<Room<Tx>> {
    const { newClientId = randomId, newWriter = randomUUID } = this.deps;
    const made = { clock: this.clock, newClientId, newWriter, onClosed };
    const room = await Room.open({ ...this.deps, ...made, boardId });
    await room.refresh();
    return room;
  }

  private planUnload(boardId: BoardId, held: Held<Tx>): void {
    if (this.held.get(boardId) !== held) return;
    const { room } = held;
    if (room) this.looks.freshen(boardId, room.position, () => room.encoded);
    held.undoIdle = this.clock.after(this.idleMs, () => void this.unload(boardId, held));
  }

  /** Whoever comes meanwhile keeps the room open. */
  private async unload(boardId: BoardId, held: Held<Tx>): Promise<void> {
    const isIdle = (): boolean => held.users === 0 && held.room !== undefined && !held.room.busy;
    if (isIdle()) await held.room?.tidy();
    if (held.users > 0) return;
    if (isIdle()) held.room?.close(CloseCode.restarting, 'idle');
    else this.planUnload(boardId, held);
  }

  /** Waits, but not for ever, until everything that came in is on disk. */
  private flush(): Promise<void> {
    return new Promise((resolve) => {
      const undo = this.clock.after(this.drainMs / 2, resolve);
      const rooms = [...this.held.values()].flatMap(({ room }) => room?.settled() ?? []);
      void Promise.all(rooms).then(() => {
        undo();
        resolve();
      });
    });
  }

  private planSweep(): void {
    this.undoSweep = this.clock.after(SWEEP_MS, () => void this.sweep());
  }

  private async sweep(): Promise<void> {
    // One after the other: nothing is urgent here, and the database has other work.
    for (const connection of [...this.guests.keys()]) await connection.recheck();
    for (const { room } of [...this.held.values()]) if (room?.isStale) await room.refresh();
    if (this.state === 'running') this.planSweep();
  }
}
