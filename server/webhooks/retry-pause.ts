const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Between one try and the next; together a day, so that a receiver may be down for a night. */
const pauses: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
];

/** Part of a pause that chance adds, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Milliseconds until the next try after so many; undefined when it was the last. [HOOK-5] */
export function retryPause(tries: number, random: () => number): number | undefined {
  const pause = pauses[tries - 1];
  return pause === undefined ? undefined : Math.round(pause * (1 + JITTER * random()));
}
