import type { Dice } from './dice.ts';
import type { SimClock } from './sim-clock.ts';

interface Underway<T> {
  readonly item: T;
  readonly bytes: number;
  readonly at: number;
}

/** One direction of a connection: everything arrives late and in order, or from some moment on nothing does. */
export class Pipe<T> {
  /** Bytes that are on their way. */
  bytes = 0;
  private readonly queue: Underway<T>[] = [];
  private stalled = false;
  private dead = false;
  private planned = false;
  private newest = 0;

  constructor(
    private readonly clock: SimClock,
    private readonly dice: Dice,
    /** Milliseconds that an item takes at most. */
    private readonly slowest: number,
    private readonly deliver: (item: T) => void,
  ) {}

  get isStalled(): boolean {
    return this.stalled;
  }

  get isDead(): boolean {
    return this.dead;
  }

  push(item: T, bytes = 0): void {
    if (this.dead) return;
    const at = Math.max(this.newest, this.clock.now() + this.dice.between(0, this.slowest));
    this.newest = at;
    this.queue.push({ item, bytes, at });
    this.bytes += bytes;
    this.plan();
  }

  /** The receiving end takes nothing. */
  stall(): void {
    this.stalled = true;
  }

  flow(): void {
    this.stalled = false;
    this.plan();
  }

  /** What is on its way is lost, and what will be. */
  die(): void {
    this.dead = true;
    this.queue.length = 0;
  }

  private plan(): void {
    const [head] = this.queue;
    if (!head || this.planned || this.stalled || this.dead) return;
    this.planned = true;
    this.clock.after(head.at - this.clock.now(), () => this.arrive());
  }

  private arrive(): void {
    this.planned = false;
    if (this.stalled || this.dead) return;
    const head = this.queue.shift();
    if (!head) return;
    this.bytes -= head.bytes;
    this.deliver(head.item);
    this.plan();
  }
}
