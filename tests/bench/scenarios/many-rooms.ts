import { costOf } from '../bench.ts';
import type { Scenario } from '../bench.ts';
import { figure, MB, pair } from './figures.ts';

const ROOMS = 200;
const RECORDS = 200;
const PER_SECOND = 10;

/** As in an organisation on a working day: many small rooms, 2,000 updates a second in all. */
export const manyRooms: Scenario = {
  name: 'rooms',
  title: `${ROOMS} rooms of 3 clients, one of whom drags 10 times a second`,
  columns: [
    pair('p50 / p99 ms', 'p50', 'p99'),
    figure('max ms', 'max'),
    figure('CPU ms / 1,000', 'cpu'),
    figure('CPU ms / s', 'cpu-second'),
    figure('of it main thread %', 'main'),
    figure('RSS MB', 'rss', MB),
    figure('arrived %', 'arrived'),
  ],
  measures: () => true,
  run: async (bench, target) => {
    const server = await bench.start(target);
    const boards = Array.from({ length: ROOMS }, (_, i) => `room-${i}`);
    await server.makeBoards(boards);
    const aim = server.aim(RECORDS);
    const { load } = bench;
    if (aim.keeps) await load.do('seed', { ...aim, boards });
    await load.do('gather', { ...aim, boards, each: 3, writing: 1 });
    await load.do('move', { seconds: 1, perSecond: PER_SECOND });
    const { result, cpuMs, mainMs, foreign } = await costOf(bench, server, () =>
      load.do('move', { seconds: bench.quick ? 2 : 3, perSecond: PER_SECOND }),
    );
    const { rss } = await server.usage();
    await load.do('leave');
    await server.stop();
    return {
      ...{ p50: result.p50, p99: result.p99, max: result.max },
      cpu: (cpuMs / result.delivered) * 1000,
      'cpu-second': cpuMs / result.seconds,
      main: (mainMs / cpuMs) * 100,
      arrived: (result.delivered / result.due) * 100,
      ...{ rss, foreign },
    };
  },
};
