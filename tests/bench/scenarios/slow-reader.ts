import { setTimeout as wait } from 'node:timers/promises';
import type { Scenario } from '../bench.ts';
import type { ServerProcess } from '../server-process.ts';
import { figure, MB } from './figures.ts';

const RECORDS = 200;
const WRITERS = 10;
/** 15 KB each: 0.4 MB a second from each writer, below what one connection may send for long. */
const PER_SECOND = 25;
/** 29 MB while one does not read, and as much with readers only: to warm up, before and after. */
const SECONDS = 8;
const LOOK_MS = 500;

/** One client stops reading while much flows; the others draw on. */
export const slowReader: Scenario = {
  name: 'slow',
  title: 'Slow reader: one client reads nothing while some 29 MB flow',
  columns: [
    figure('heap MB more than with readers only', 'growth', MB),
    { head: 'closed', cell: (of) => (of('closed') > 0.5 ? 'yes' : 'no') },
    figure('flowed MB', 'flowed', MB),
    figure('others sent away', 'sent-away'),
    figure('with code', 'code'),
  ],
  // The batching relay sends as the bare one does; what waits for a reader is the same.
  measures: ({ name }) => name !== 'relay-batch',
  run: async (bench, target) => {
    const server = await bench.start(target);
    const { load } = bench;
    const board = 'slow';
    await server.makeBoards([board]);
    const aim = server.aim(RECORDS);
    if (aim.keeps) await load.do('seed', { ...aim, boards: [board] });
    await load.do('gather', { ...aim, boards: [board], each: WRITERS, writing: WRITERS });
    const flow = (seconds: number) => load.do('scribble', { seconds, perSecond: PER_SECOND });
    const peak = () => peakDuring(server, () => flow(SECONDS));
    await peak();
    const before = await peak();
    await load.do('stall', { ...aim, board });
    const stalled = await peak();
    const closed = await load.do('unstall');
    const after = await peak();
    const sentAway = await load.do('leave');
    await server.stop();
    return {
      // The document grows all the while, whoever reads it.
      growth: stalled.peak - (before.peak + after.peak) / 2,
      closed: closed ? 1 : 0,
      flowed: stalled.result.bytes,
      'sent-away': sentAway.length,
      code: sentAway[0] ?? NaN,
    };
  },
};

/** The most heap, garbage collected, that was seen while and right after the work. */
async function peakDuring<T>(
  server: ServerProcess,
  work: () => Promise<T>,
): Promise<{ peak: number; result: T }> {
  let done = false;
  const working = work().finally(() => (done = true));
  let peak = 0;
  for (;;) {
    const last = done;
    peak = Math.max(peak, (await server.heap()).heap);
    if (last) return { peak, result: await working };
    await wait(LOOK_MS);
  }
}
