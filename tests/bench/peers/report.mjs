import { existsSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/**
 * How a server under measurement talks to the benchmark: it says its port, tells what it uses when
 * asked, and ends when asked or when the benchmark is gone.
 *
 * @param {number} port
 * @param {{ makeBoards?: (ids: string[]) => Promise<void>, stop?: () => Promise<void> }} [acts]
 */
export function report(port, { makeBoards = nothing, stop = nothing } = {}) {
  const answers = {
    usage: () => usage(),
    // Twice: what the first one frees may hold what only the second one can.
    heap: () => (globalThis.gc(), globalThis.gc(), usage()),
    profile: () => startProfile(),
    profiled: () => stopProfile(),
    boards: ({ ids }) => makeBoards(ids),
    stop: () => stop(),
  };
  process.on('message', async ({ id, ask, ...rest }) => {
    const answer = await answers[ask](rest);
    process.send({ id, answer: answer ?? null }, () => {
      if (ask === 'stop') process.exit(0);
    });
  });
  process.on('disconnect', () => process.exit(1));
  process.send({ port });
}

/** CPU in milliseconds since the start; memory in bytes, `heap` with buffers outside V8's. */
function usage() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, mainMs: mainMs(), rss, heap: heapUsed + external };
}

/** CPU of the main thread alone, which is what one room can use up; null where Linux does not tell. */
function mainMs() {
  const stat = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(stat)) return null;
  const [user, system] = readFileSync(stat, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
}

/** The kernel counts a thread's CPU in hundredths of a second. */
const TICK_MS = 10;

const inspector = new Session();

async function startProfile() {
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.start');
}

/** The profile of the main thread, in the form of V8. */
async function stopProfile() {
  const { profile } = await inspector.post('Profiler.stop');
  inspector.disconnect();
  return profile;
}

async function nothing() {}
