import { Arena } from './arena.ts';

/** Milliseconds of CPU that one frame may cost the thread that serves everybody. */
export const MAX_CPU_MS = 50;
const TRIES = 4;

/** What a frame costs that seemed dear: the least of a few tries, as the machine may have been busy. */
export async function costOf(frame: Uint8Array): Promise<number> {
  const arena = await Arena.open();
  let least = Infinity;
  for (let tries = 0; tries < TRIES && least > MAX_CPU_MS; tries++) {
    least = Math.min(least, (await arena.send(frame)).cpuMs);
  }
  arena.dismiss();
  await arena.rooms.stop();
  return least;
}
