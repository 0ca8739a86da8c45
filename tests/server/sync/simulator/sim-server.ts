import type { BoardDocument } from '#board/document.ts';
import type { BoardId } from '#board/ids.ts';
import type { Admission } from '#server/sync/connection.ts';
import { onTheSpot } from '#tests/support/on-the-spot.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import { Rooms } from '#server/sync/rooms.ts';
import type { Introduction } from '#server/sync/rooms.ts';
import type { Access } from '#server/sync/seat.ts';
import type { MemoryTx } from '#tests/support/memory-update-log.ts';
import { ProcessLog } from './database.ts';
import type { Database } from './database.ts';
import type { Link } from './link.ts';
import { ProcessClock } from './process-clock.ts';
import { Visit } from './visit.ts';
import { SERVER } from './witness.ts';
import type { Witness } from './witness.ts';

export interface SimServerDeps {
  readonly boardId: BoardId;
  readonly database: Database;
  readonly witness: Witness;
  readonly trace: (line: string) => void;
  readonly idleMs: number;
  /** Other servers work on the same log. */
  readonly hasNeighbours: boolean;
  readonly rights: ReadonlyMap<string, Access | null>;
  /** What the database says that the board should show. */
  readonly facts: { revision: number };
}

export interface Caller {
  readonly name: string;
  readonly personId: string;
  readonly forges: boolean;
  readonly intro: Introduction;
}

/** Errors that a failing database explains. */
const EXCUSED = /the database is down|connection lost|killed|does not answer/;

/** One server process: the real rooms on a log of the one database. */
export class SimServer {
  readonly clock: ProcessClock;
  readonly metrics = createSyncMetrics();
  readonly log: ProcessLog;
  readonly rooms: Rooms<MemoryTx>;
  private readonly links = new Set<Link>();
  private isStopping = false;

  constructor(
    readonly name: string,
    private readonly deps: SimServerDeps,
  ) {
    const { database, witness, idleMs } = deps;
    this.clock = new ProcessClock(database.clock);
    this.log = new ProcessLog(database, this.clock);
    this.rooms = new Rooms<MemoryTx>({
      log: this.log,
      bus: localBus,
      heavy: onTheSpot,
      freshen: (_boardId, board) => this.freshen(board),
      logger: {
        info: () => {},
        warn: (fields, message) => this.hear('warn', fields, message),
        error: (fields, message) => this.hear('error', fields, message),
      },
      metrics: this.metrics,
      clock: this.clock,
      idleMs,
      newClientId: () => {
        const id = database.dice.newId();
        witness.belongs(id, SERVER);
        return id;
      },
      newWriter: () => `writer-${database.dice.newId()}`,
    });
    this.rooms.start();
  }

  get takesCalls(): boolean {
    return this.clock.alive && !this.isStopping;
  }

  /** Undefined when nobody listens. */
  accept(link: Link, { name, personId, forges, intro }: Caller): Visit | undefined {
    const access = this.deps.rights.get(personId) ?? null;
    if (!this.takesCalls) return undefined;
    // They may bring what another server showed them ahead of the log.
    if (this.deps.hasNeighbours) this.deps.witness.forget();
    this.links.add(link);
    const visit = new Visit({
      link,
      process: this.clock,
      witness: this.deps.witness,
      name,
      forges,
      speaksOwnKinds: intro.speaksOwnKinds,
      isDegraded: () => this.metrics.degradedRooms > 0,
      onClosed: (connection) => {
        this.links.delete(link);
        this.rooms.disconnected(connection);
      },
    });
    if (access === null) link.close(4403);
    else this.clock.whenAwake(() => this.seat(visit, personId, access, intro));
    return visit;
  }

  /** As `kill -9` does: what it held in memory is gone. */
  kill(): void {
    this.deps.witness.forget();
    this.clock.kill();
    for (const link of this.links) link.cut();
  }

  /** As SIGTERM does. */
  async stop(): Promise<void> {
    this.isStopping = true;
    // The next process may meet what this one still holds.
    this.deps.witness.forget();
    await this.rooms.stop();
    await new Promise<void>((done) => this.clock.after(1_000, done));
    this.kill();
  }

  private seat(visit: Visit, personId: string, access: Access, intro: Introduction): void {
    const admission: Admission = {
      person: { id: personId, name: personId.toUpperCase(), color: '#123456' },
      access,
      recheck: async () => {
        await this.deps.database.travel();
        this.deps.database.mustAnswer();
        return this.deps.rights.get(personId) ?? null;
      },
    };
    visit.connection = this.rooms.connect(this.deps.boardId, visit, admission, intro);
  }

  private async freshen(
    board: BoardDocument,
  ): Promise<((board: BoardDocument) => void) | undefined> {
    await this.deps.database.travel();
    this.deps.database.mustAnswer();
    const { revision } = this.deps.facts;
    const shown = board.facts.get('people') as { revision?: number } | undefined;
    if (shown?.revision === revision) return undefined;
    return ({ facts }) => void facts.set('people', { by: SERVER, revision });
  }

  private hear(level: string, fields: object, message: string): void {
    if (!this.clock.alive) return;
    const error = 'err' in fields ? String(fields.err) : '';
    this.deps.trace(`${this.name} ${level}: ${message} ${error}`);
    if (message === 'the room starts anew') this.deps.witness.forget();
    if (level === 'error' && !EXCUSED.test(error)) this.deps.witness.blame(`${message}: ${error}`);
  }
}
