import { setTimeout as wait } from 'node:timers/promises';

/**
 * Calls `act` for each of `actors`, `perSecond` times a second each, evenly spread between them,
 * until `going` returns false. Resolves with the number of calls. A call that is late is made up for
 * at once, so that what was asked for is what is sent.
 */
export async function pace(
  actors: number,
  perSecond: number,
  act: (actor: number) => void,
  going: (ms: number) => boolean,
): Promise<number> {
  const gap = 1000 / (actors * perSecond);
  const began = performance.now();
  let calls = 0;
  for (;;) {
    const now = performance.now() - began;
    if (!going(now)) return calls;
    for (; calls * gap <= now; calls++) act(calls % actors);
    await wait(1);
  }
}
