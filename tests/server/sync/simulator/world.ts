import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import type { Access } from '#server/sync/seat.ts';
import { templateRow } from '#server/sync/update-log.ts';
import { Database, WatchedBoard } from './database.ts';
import { Dice } from './dice.ts';
import { plainDoc } from './plain-doc.ts';
import { SimClient } from './sim-client.ts';
import { SimClock } from './sim-clock.ts';
import { SimServer } from './sim-server.ts';
import { SERVER, Witness } from './witness.ts';

/** People and what they come with; the last one forges. */
const CAST = [
  { name: 'anna', personId: 'anna', speaksOwnKinds: true },
  { name: 'bert', personId: 'bert', speaksOwnKinds: true },
  { name: 'anna-again', personId: 'anna', speaksOwnKinds: true },
  { name: 'stock', personId: 'stan', speaksOwnKinds: false },
  { name: 'viewer', personId: 'vera', speaksOwnKinds: true },
] as const;
const FORGER = { name: 'forger', personId: 'fred', speaksOwnKinds: true, forges: true };

export const BOARD = asBoardId('board-1');

/** Everything of one run: one board, its database, its servers, and the people on it. */
export class World {
  readonly dice: Dice;
  readonly clock = new SimClock();
  readonly database: Database;
  readonly witness: Witness;
  readonly rights = new Map<string, Access | null>();
  readonly facts = { revision: 1 };
  readonly board: WatchedBoard;
  readonly clients: SimClient[];
  readonly forger: SimClient;
  readonly servers: SimServer[] = [];
  /** Clients that reach no server for the present. */
  readonly cutOff = new Set<SimClient>();
  private readonly idleMs: number;
  private readonly serverCount: number;

  constructor(
    seed: number,
    private readonly print: ((line: string) => void) | undefined,
  ) {
    this.dice = new Dice(seed);
    this.database = new Database(this.clock, this.dice);
    this.witness = new Witness(this.trace);
    this.serverCount = this.dice.chance(0.3) ? 2 : 1;
    this.idleMs = this.dice.pick([1, 50, 2_000, 30_000]);
    this.board = new WatchedBoard(BOARD, (row) => {
      this.witness.see(row, this.board.owners);
      if (this.serverCount > 1) this.ring();
    });
    this.layOut();
    for (let at = 0; at < this.serverCount; at++) this.servers.push(this.startServer(at));
    this.clients = CAST.map((traits) => this.join(traits));
    this.forger = this.join(FORGER);
    this.rights.set('vera', 'view');
  }

  readonly trace = (line: string): void => {
    this.print?.(`${Math.round(this.clock.now())} ms  ${line}`);
  };

  get everybody(): readonly SimClient[] {
    return [...this.clients, this.forger];
  }

  /**
   * Servers that work on one log are told sooner or later that it has grown: by others, or by what a
   * killed one still had on its way.
   */
  ring(): void {
    for (const { clock, rooms, metrics } of this.servers) {
      clock.after(this.dice.between(0, 300), () => {
        const look = () => Promise.resolve({ result: undefined });
        if (metrics.rooms > 0) rooms.change(BOARD, look).catch(() => {});
      });
    }
  }

  startServer(at: number): SimServer {
    const { database, witness, trace, idleMs, rights, facts } = this;
    const hasNeighbours = this.serverCount > 1;
    const deps = { boardId: BOARD, database, witness, trace, idleMs, hasNeighbours, rights, facts };
    return new SimServer(`server ${at + 1}`, deps);
  }

  private join(traits: SimClient['traits']): SimClient {
    if (!this.rights.has(traits.personId)) this.rights.set(traits.personId, 'write');
    const { clock, dice, witness, trace } = this;
    const route = (client: SimClient): SimServer | undefined => {
      const up = this.servers.filter(({ takesCalls }) => takesCalls);
      return this.cutOff.has(client) || up.length === 0 ? undefined : dice.pick(up);
    };
    return new SimClient(traits, { clock, dice, witness, trace, route });
  }

  private layOut(): void {
    const { doc, meta } = boardDocument(plainDoc());
    doc.clientID = this.dice.newId();
    this.witness.belongs(doc.clientID, SERVER);
    meta.set('epoch', 1);
    this.database.boards.set(BOARD, this.board);
    this.board.add(templateRow(Y.encodeStateAsUpdate(doc)));
  }
}
