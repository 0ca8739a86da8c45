import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client.ts';
import type { Delivered, Gathering } from './commands.ts';
import { cursorState } from './cursor-state.ts';
import { clientIdOf, Drawing } from './drawing.ts';
import { Latencies } from './latencies.ts';
import { MarkReader } from './mark-reader.ts';
import { elapsed, microseconds } from './marks.ts';
import { pace } from './pace.ts';
import { wholeOf } from './seed.ts';

/** Sockets that open at the same time; more would wait in the kernel's queue. */
const AT_ONCE = 50;
/** Milliseconds without news after which nothing more is expected. */
const QUIET_MS = 500;

/** Many people at many boards, what they send, and when the others get it. */
export class Crowd {
  private readonly clients: Client[] = [];
  private readonly writers: Client[] = [];
  private readonly clocks = new Map<Client, number>();
  private readonly drawing: Drawing;
  private readonly marks = new MarkReader();
  private latencies = new Latencies();
  private newsAt = 0;

  private constructor(private readonly gathering: Gathering) {
    this.drawing = new Drawing(gathering.records);
  }

  static async gather(gathering: Gathering): Promise<Crowd> {
    const crowd = new Crowd(gathering);
    const { boards, each, writing } = gathering;
    // Writers first, so that their numbers fit the notes of a board.
    const seats = [
      ...boards.flatMap((board) =>
        Array.from({ length: writing }, () => ({ board, writes: true })),
      ),
      ...boards.flatMap((board) =>
        Array.from({ length: each - writing }, () => ({ board, writes: false })),
      ),
    ].map((seat, at) => ({ ...seat, number: at + 1 }));
    for (let from = 0; from < seats.length; from += AT_ONCE) {
      await Promise.all(seats.slice(from, from + AT_ONCE).map((seat) => crowd.admit(seat)));
    }
    return crowd;
  }

  /** The close codes of those whom the server sent away; 0 for no reason given. */
  get sentAway(): number[] {
    return this.clients.filter(({ ended }) => ended).map(({ closeCode }) => closeCode ?? 0);
  }

  async move(
    { perSecond, cursors = false }: { perSecond: number; cursors?: boolean },
    going: (ms: number) => boolean,
  ): Promise<Delivered> {
    this.latencies = new Latencies();
    const began = performance.now();
    const act = cursors
      ? (writer: Client) => this.point(writer)
      : (writer: Client) => writer.send(writer.wire.update(this.drawing.drag(writer.number)));
    const sent = await this.pace(perSecond, act, going);
    const seconds = (performance.now() - began) / 1000;
    const due = sent * (this.gathering.each - 1);
    await this.untilQuiet(due);
    const [p50 = NaN, p99 = NaN, max = NaN] = this.latencies.at(0.5, 0.99, 1);
    return { sent, due, delivered: this.latencies.count, p50, p99, max, seconds };
  }

  async scribble(perSecond: number, going: (ms: number) => boolean): Promise<number> {
    let bytes = 0;
    await this.pace(
      perSecond,
      (writer) => {
        const update = this.drawing.stroke(writer.number);
        bytes += update.length;
        writer.send(writer.wire.update(update));
      },
      going,
    );
    return bytes;
  }

  async leave(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.leave()));
  }

  private async admit(seat: { board: string; writes: boolean; number: number }): Promise<void> {
    const { port, wire } = this.gathering;
    const whole = wholeOf(this.gathering);
    const hear = (message: Buffer): void => this.hear(seat.number, message);
    const client = new Client({ port, wire, whole, hear, ...seat });
    this.clients.push(client);
    if (seat.writes) this.writers.push(client);
    await client.joined;
  }

  private pace(
    perSecond: number,
    act: (writer: Client) => void,
    going: (ms: number) => boolean,
  ): Promise<number> {
    return pace(
      this.writers.length,
      perSecond,
      (at) => {
        const writer = this.writers[at];
        if (writer) act(writer);
      },
      going,
    );
  }

  private point(writer: Client): void {
    const clock = (this.clocks.get(writer) ?? 0) + 1;
    this.clocks.set(writer, clock);
    const state = cursorState(writer.number, microseconds());
    writer.send(writer.wire.presence(clientIdOf(writer.number), clock, state));
  }

  private hear(reader: number, message: Buffer): void {
    const now = microseconds();
    const marks = this.marks.marksIn(message);
    for (const { writer, at } of marks) {
      if (writer !== reader) this.latencies.add(elapsed(at, now));
    }
    if (marks.length > 0) this.newsAt = performance.now();
  }

  /** Waits until all came, or nothing has come for a while. */
  private async untilQuiet(due: number): Promise<void> {
    this.newsAt = performance.now();
    while (this.latencies.count < due && performance.now() - this.newsAt < QUIET_MS) await wait(1);
  }
}
