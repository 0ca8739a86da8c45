import { CloseCode } from '#board/wire.ts';

/** Milliseconds; the first wait, doubled with each attempt in vain up to the last. */
const FIRST_MS = 200;
const LONGEST_MS = 5_000;
/** Milliseconds over which everybody spreads who was sent away at the same moment. */
const CROWD_MS = 2_000;
const CROWD_LEAST_MS = 200;

// A server that goes closes everybody at once: these come back when it does, all of them.
const crowdCodes = new Set<number>([CloseCode.restarting, 1001, 1012, 1013]);

/**
 * Milliseconds to wait before the next attempt; `attempt` counts those in vain since the document was
 * last in sync, `random` gives 0 to 1. [SYNC-47]
 */
export function reconnectDelay(
  attempt: number,
  closeCode: number | undefined,
  random: () => number,
): number {
  const backoff = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  if (closeCode !== undefined && crowdCodes.has(closeCode)) {
    return CROWD_LEAST_MS + random() * Math.max(CROWD_MS, backoff);
  }
  return backoff / 2 + (random() * backoff) / 2;
}
