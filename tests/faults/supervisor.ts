/** Milliseconds between two looks. */
const LOOK_MS = 200;

/** Starts again what ended by itself, as a service manager does, until it is stopped. */
export class Supervisor {
  /** How often it had to. */
  restarts = 0;
  private stopped = false;
  private readonly watching: Promise<void>;

  constructor(
    private readonly runs: () => Promise<boolean> | boolean,
    private readonly start: () => Promise<void>,
  ) {
    this.watching = this.watch();
  }

  /** Resolves when nothing will be started any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      if (!(await this.runs())) await this.tryAgain();
      await new Promise((again) => setTimeout(again, LOOK_MS));
    }
  }

  private async tryAgain(): Promise<void> {
    this.restarts += 1;
    // It may end once more for the same reason; then it is tried again.
    await this.start().catch(() => {});
  }
}
