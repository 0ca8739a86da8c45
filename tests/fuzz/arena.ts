import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { createFlat } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import type { Connection, Socket } from '#server/sync/connection.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { Rooms } from '#server/sync/rooms.ts';
import type { Access } from '#server/sync/seat.ts';
import { templateRow } from '#server/sync/update-log.ts';
import { note } from '#tests/board/builders.ts';
import { plainDoc } from '#tests/server/sync/simulator/plain-doc.ts';
import { breath, SimClock } from '#tests/server/sync/simulator/sim-clock.ts';
import { MemoryBoard } from '#tests/support/memory-board.ts';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import { MeteredWork } from './metered-work.ts';
import { Peer } from './peer.ts';

const BOARD = asBoardId('board-1');
/** Simulated milliseconds in which a frame is judged, stored and shown. */
const SETTLE_MS = 40;
const VICTIMS = ['anna', 'bert', 'carl', 'dora', 'emma'];

/** What one frame did. */
export interface Effect {
  /** The code that its sender was closed with, if it was. */
  readonly code: number | undefined;
  /** Milliseconds of CPU of the thread that serves everybody. */
  readonly cpuMs: number;
  readonly rowsAdded: number;
}

/** One board with five people at work, and somebody who sends whatever the test wants. */
export class Arena {
  readonly clock = new SimClock();
  readonly board = new MemoryBoard(BOARD);
  readonly victims: Peer[];
  /** Errors that the server logged. */
  readonly errors: string[] = [];
  readonly metrics = createSyncMetrics();
  readonly heavy = new MeteredWork();
  readonly rooms: Rooms<unknown>;
  private offender: Offender | undefined;
  private ids = 1_000;
  private edits = 0;

  private constructor(shapes: number) {
    this.board.add(templateRow(template(shapes)));
    const complain = (fields: object, message: string): void =>
      void this.errors.push(`${message} ${'err' in fields ? String(fields.err) : ''}`);
    const log = new MemoryUpdateLog(new Map([[BOARD, this.board]]));
    this.rooms = new Rooms<unknown>({
      log: log as unknown as ConstructorParameters<typeof Rooms<unknown>>[0]['log'],
      heavy: this.heavy,
      bus: localBus,
      freshen: () => Promise.resolve(undefined),
      logger: { info: () => {}, warn: () => {}, error: complain },
      metrics: this.metrics,
      clock: this.clock,
      newClientId: () => this.newId(),
      newWriter: () => `writer-${this.newId()}`,
    });
    this.rooms.start();
    this.victims = VICTIMS.map((name) => new Peer(name, this.newId()));
  }

  static async open(shapes = 20): Promise<Arena> {
    const arena = new Arena(shapes);
    for (const victim of arena.victims) victim.join(arena.connect(victim, victim.name, 'write'));
    await arena.clock.pass(SETTLE_MS);
    await arena.work();
    return arena;
  }

  newId(): number {
    return this.ids++;
  }

  /** The state of the document as the log tells it. */
  get state(): Uint8Array {
    const doc = plainDoc();
    for (const { bytes } of this.board.rows) Y.applyUpdate(doc, bytes);
    return Y.encodeStateAsUpdate(doc);
  }

  /** The document as a client would have it that joined just now. */
  copy(clientId: number): BoardDocument {
    const board = boardDocument(plainDoc());
    Y.applyUpdate(board.doc, this.state);
    board.doc.clientID = clientId;
    return board;
  }

  /** Sends one frame as somebody who comes for it, or goes on from the frame before. */
  async send(frame: Uint8Array, access: Access = 'write', settleMs = SETTLE_MS): Promise<Effect> {
    const offender = await this.offenderWith(access);
    const rows = this.board.logSeq;
    this.heavy.cpuMs = 0;
    const begun = process.cpuUsage();
    offender.connection.receive(frame);
    await this.clock.pass(settleMs);
    const { user, system } = process.cpuUsage(begun);
    const cpuMs = (user + system) / 1000 - this.heavy.cpuMs;
    const { code } = offender;
    if (code !== undefined) this.dismiss();
    return { code, cpuMs, rowsAdded: this.board.logSeq - rows };
  }

  /** The offender goes, if there is one. */
  dismiss(): void {
    if (this.offender) this.rooms.disconnected(this.offender.connection);
    this.offender = undefined;
  }

  /** Each victim does something that only it may undo. */
  async work(): Promise<void> {
    this.edits += 1;
    for (const victim of this.victims) victim.vote(this.edits);
    await this.clock.pass(SETTLE_MS);
    // Allowances fill up again.
    this.clock.leap(500);
  }

  /** What is wrong, if anything: with the victims, their work, or the server's document. */
  async troubles(): Promise<string[]> {
    await this.work();
    await this.clock.pass(SETTLE_MS);
    const state = this.state;
    const live = this.rooms.read(BOARD, ({ doc }) => Y.encodeStateAsUpdate(doc));
    await this.clock.pass(SETTLE_MS);
    const troubles = this.victims.flatMap((victim) => victim.troubles(this.edits, state));
    if (!same(await live, state)) troubles.push('the server holds something else than its log');
    return [...troubles, ...this.errors];
  }

  private async offenderWith(access: Access): Promise<Offender> {
    if (this.offender?.connection.access !== access) this.dismiss();
    if (this.offender) return this.offender;
    const offender = new Offender();
    offender.connection = this.connect(offender, 'offender', access);
    this.offender = offender;
    await breath();
    return offender;
  }

  private connect(socket: Socket, name: string, access: Access): Connection {
    const person = { id: name, name, color: '#123456' };
    const admission = { person, access, recheck: () => Promise.resolve(access) };
    return this.rooms.connect(BOARD, socket, admission, {
      speaksOwnKinds: true,
      epoch: undefined,
      clientId: undefined,
    });
  }
}

class Offender implements Socket {
  readonly bufferedAmount = 0;
  connection!: Connection;
  code: number | undefined;

  send(): void {}
  ping(): void {}
  close(code: number): void {
    this.code = code;
  }
  terminate(): void {
    this.code ??= 1006;
  }
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function template(shapes: number): Uint8Array {
  const { doc, meta, facts, records } = boardDocument(plainDoc());
  doc.clientID = 1;
  doc.transact(() => {
    meta.set('format', 1);
    facts.set('task:1', { state: 'agreed' });
    for (let i = 0; i < shapes; i++) {
      records.set(
        `shape:${i}`,
        createFlat({ ...note('x', { text: `note ${i}` }), id: `shape:${i}` }),
      );
    }
  });
  return Y.encodeStateAsUpdate(doc);
}
