import type { Clock } from '#server/sync/clock.ts';
import type { SimClock } from './sim-clock.ts';

/** Time as one server process sees it: nothing falls due while it is stopped, or once it is killed. */
export class ProcessClock implements Clock {
  alive = true;
  private held: (() => void)[] | undefined;
  private stopped = false;

  constructor(private readonly world: SimClock) {}

  get frozen(): boolean {
    return this.held !== undefined;
  }

  now(): number {
    return this.world.now();
  }

  after(ms: number, run: () => void): () => void {
    let undone = false;
    const undo = this.world.after(ms, () =>
      this.whenAwake(() => {
        if (!undone) run();
      }),
    );
    return () => {
      undone = true;
      undo();
    };
  }

  /** Runs it now, later when the process is stopped at present, or never. */
  whenAwake(run: () => void): void {
    if (!this.alive) return;
    if (this.held) this.held.push(() => this.alive && run());
    else run();
  }

  /** Resolves when the process runs, or was killed. */
  awake(): Promise<void> {
    const { held } = this;
    return held && this.alive ? new Promise((resolve) => held.push(resolve)) : Promise.resolve();
  }

  /** As SIGSTOP does. */
  freeze(): void {
    this.held ??= [];
    this.stopped = true;
  }

  /** As SIGCONT does: what waited is done in order, and before what comes later. */
  thaw(): void {
    this.stopped = false;
    this.drain();
  }

  /** As SIGKILL does. */
  kill(): void {
    const held = this.held ?? [];
    this.held = undefined;
    this.alive = false;
    // Whoever waits for it to run has to learn that it never will.
    for (const run of held) run();
  }

  private drain(): void {
    if (this.stopped || !this.held) return;
    const run = this.held.shift();
    if (!run) {
      this.held = undefined;
      return;
    }
    run();
    this.world.after(0, () => this.drain());
  }
}
