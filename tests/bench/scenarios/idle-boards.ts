import { setTimeout as wait } from 'node:timers/promises';
import type { Scenario } from '../bench.ts';
import type { ServerProcess, Usage } from '../server-process.ts';
import { figure, MB } from './figures.ts';

const BOARDS = 200;
const RECORDS = 200;
const KB = 1024;
/** Ours keeps empty rooms for half a minute in production; nobody has to wait for that here. */
const IDLE_MS = 2_000;
/** Ours gives a live document back 10 s after it was used last. Milliseconds between two looks, after which to look at the earliest, and at the latest. */
const LOOK_MS = 1_000;
const LEAST_MS = 12_000;
const MOST_MS = 30_000;

/** One person at each of many boards who does nothing; then they leave. */
export const idleBoards: Scenario = {
  name: 'memory',
  title: `Memory: ${BOARDS} idle boards of ${RECORDS} records, one client each, and after they left`,
  columns: [
    figure('heap KB per idle board', 'per-board', KB),
    figure('returned %', 'returned'),
    figure('heap MB before', 'before', MB),
    figure('open', 'open', MB),
    figure('left', 'left', MB),
    figure('RSS MB open', 'rss-open', MB),
    figure('RSS MB left', 'rss-left', MB),
  ],
  measures: ({ keepsDocuments }) => keepsDocuments,
  run: async (bench, target) => {
    const server = await bench.start(target, { idleMs: IDLE_MS });
    const boards = Array.from({ length: BOARDS }, (_, i) => `idle-${i}`);
    await server.makeBoards(boards);
    const aim = server.aim(RECORDS);
    // What the first boards make the server load and compile is no board's.
    await bench.load.do('seed', { ...aim, boards });
    const before = await settled(server);
    await bench.load.do('gather', { ...aim, boards, each: 1, writing: 0 });
    const open = await settled(server);
    await bench.load.do('leave');
    const left = await settled(server);
    await server.stop();
    // The first boards may have left garbage that only went later.
    const grown = open.heap - Math.min(before.heap, left.heap);
    return {
      'per-board': grown / BOARDS,
      returned: ((open.heap - left.heap) / grown) * 100,
      ...{ before: before.heap, open: open.heap, left: left.heap },
      ...{ 'rss-open': open.rss, 'rss-left': left.rss },
    };
  },
};

/** The heap once it has stopped falling. */
async function settled(server: ServerProcess): Promise<Usage> {
  const began = performance.now();
  let last = await server.heap();
  for (;;) {
    await wait(LOOK_MS);
    const now = await server.heap();
    const waited = performance.now() - began;
    if (waited > MOST_MS || (waited > LEAST_MS && now.heap > 0.98 * last.heap)) return now;
    last = now;
  }
}
