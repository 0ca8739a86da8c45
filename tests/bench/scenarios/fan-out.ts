import { costOf } from '../bench.ts';
import type { Bench, Measured, Scenario } from '../bench.ts';
import type { ServerProcess } from '../server-process.ts';
import { figure, MB, pair } from './figures.ts';

const SIZES = [10, 50, 100, 200];
const RECORDS = 200;
const PER_SECOND = 10;
/** Seconds before measuring each room. */
const WARM_UP = 2;
/** Seconds of strokes on another board before all: what is drawn, stored and folded for the first time gets compiled. */
const STROKES = { people: 20, writers: 10, perSecond: 10, seconds: 8 };

/** One room; a fifth of the people drag a note. */
export const fanOut: Scenario = {
  name: 'fanout',
  title: 'Fan-out: one room, a fifth of the clients drag 10 times a second',
  columns: [
    ...SIZES.map((size) => pair(`${size}: p50 / p99 ms`, `p50-${size}`, `p99-${size}`)),
    ...SIZES.map((size) => figure(`${size}: CPU ms / 1,000`, `cpu-${size}`)),
    figure('200: of it main thread %', 'main-200'),
    figure('RSS MB', 'rss', MB),
    figure('arrived %', 'arrived'),
  ],
  measures: () => true,
  run: async (bench, target) => {
    const server = await bench.start(target);
    await warmUp(bench, server);
    const measured: Record<string, number> = { arrived: 100 };
    for (const size of bench.quick ? [10, 200] : SIZES) {
      const { arrived = 0, ...rest } = await room(bench, server, size);
      Object.assign(measured, rest);
      measured['arrived'] = Math.min(measured['arrived'] ?? 0, arrived);
    }
    measured['rss'] = (await server.usage()).rss;
    await server.stop();
    return measured;
  },
};

async function warmUp({ load }: Bench, server: ServerProcess): Promise<void> {
  const { people, writers, ...flow } = STROKES;
  const board = 'fan-out-warm-up';
  await server.makeBoards([board]);
  const aim = server.aim(RECORDS);
  if (aim.keeps) await load.do('seed', { ...aim, boards: [board] });
  await load.do('gather', { ...aim, boards: [board], each: people, writing: writers });
  await load.do('scribble', flow);
  await load.do('leave');
}

async function room(bench: Bench, server: ServerProcess, size: number): Promise<Measured> {
  const board = `fan-out-${size}`;
  const { load } = bench;
  await server.makeBoards([board]);
  const aim = server.aim(RECORDS);
  if (aim.keeps) await load.do('seed', { ...aim, boards: [board] });
  await load.do('gather', { ...aim, boards: [board], each: size, writing: size / 5 });
  await load.do('move', { seconds: WARM_UP, perSecond: PER_SECOND });
  const seconds = size === 200 && !bench.quick ? 10 : 3;
  const { result, cpuMs, mainMs, foreign } = await costOf(bench, server, () =>
    load.do('move', { seconds, perSecond: PER_SECOND }),
  );
  await load.do('leave');
  return {
    [`p50-${size}`]: result.p50,
    [`p99-${size}`]: result.p99,
    [`max-${size}`]: result.max,
    [`cpu-${size}`]: (cpuMs / result.delivered) * 1000,
    [`main-${size}`]: (mainMs / cpuMs) * 100,
    arrived: (result.delivered / result.due) * 100,
    foreign,
  };
}
