/** When things happen, passed in so that tests decide it. Each answer cancels. */
export interface Schedule {
  now(): number;
  /** Before the next picture is drawn; after a quarter second at the latest. */
  nextFrame(run: () => void): () => void;
  after(milliseconds: number, run: () => void): () => void;
}

// A hidden tab draws no frames, yet has to keep up with the others.
const HIDDEN_FRAME = 250; // ms

export const browserSchedule: Schedule = {
  now: () => performance.now(),
  nextFrame(run) {
    const once = (): void => {
      cancel();
      run();
    };
    const frame = requestAnimationFrame(once);
    const timer = setTimeout(once, HIDDEN_FRAME);
    const cancel = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return cancel;
  },
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
