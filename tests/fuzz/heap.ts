import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Bytes of the heap that somebody still holds: the least of some collections, with turns of the
 * event loop between them, for what is only held until a callback or a finalizer has run.
 */
export async function heapInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let least = Infinity;
  for (let round = 0; round < 6; round++) {
    collect();
    await setImmediate();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least;
}
