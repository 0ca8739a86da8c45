/** One row of a board's log: when it was stored, and who wrote something new in it. */
export interface Step {
  readonly seq: number;
  readonly at: Date;
  readonly people: readonly string[];
}

/** Steps that were written in one go. */
export interface Stretch {
  readonly from: number;
  readonly seq: number;
  readonly startedAt: Date;
  readonly at: Date;
  readonly people: readonly string[];
}

/** Milliseconds of quiet after which something new begins. */
const QUIET_MS = 60_000;
/** Milliseconds that one stretch lasts at most. */
const LONGEST_MS = 5 * 60_000;

/** Puts steps together that follow on one another; both oldest first. [SNAP-10] */
export function stretchesOf(steps: readonly Step[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const step of steps) {
    const last = stretches.at(-1);
    if (last && goesOn(last, step)) stretches[stretches.length - 1] = joined(last, step);
    else stretches.push({ ...step, from: step.seq, startedAt: step.at });
  }
  return stretches;
}

function goesOn({ startedAt, at }: Stretch, step: Step): boolean {
  const now = step.at.getTime();
  return now - at.getTime() <= QUIET_MS && now - startedAt.getTime() <= LONGEST_MS;
}

function joined(stretch: Stretch, { seq, at, people }: Step): Stretch {
  return { ...stretch, seq, at, people: [...new Set([...stretch.people, ...people])] };
}
