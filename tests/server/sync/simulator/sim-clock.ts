import type { Clock } from '#server/sync/clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  undone: boolean;
}

/** Time that passes only while a run is driven, from one timer to the next. */
export class SimClock implements Clock {
  private time = 0;
  private order = 0;
  /** A binary heap, the next timer first. */
  private readonly heap: Timer[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + Math.max(0, ms), order: this.order++, run, undone: false };
    this.heap.push(timer);
    this.rise(this.heap.length - 1);
    return () => (timer.undone = true);
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets so many milliseconds pass; after each timer everything that follows at once is done. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await breath();
    for (let next = this.heap[0]; next && next.at <= end; next = this.heap[0]) {
      this.takeFirst();
      if (next.undone) continue;
      this.time = Math.max(this.time, next.at);
      next.run();
      await breath();
    }
    this.time = Math.max(this.time, end);
  }

  /** Lets time leap, as when the machine slept: what was due meanwhile comes late. */
  leap(ms: number): void {
    this.time += ms;
  }

  private takeFirst(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink();
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const child = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.heap[a], this.heap[b]];
    if (!first || !second) return false;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  private swap(a: number, b: number): void {
    const [first, second] = [this.heap[a], this.heap[b]];
    if (!first || !second) return;
    this.heap[a] = second;
    this.heap[b] = first;
  }
}

/** All promises that can settle without time passing have settled, and what awaited them has run. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
