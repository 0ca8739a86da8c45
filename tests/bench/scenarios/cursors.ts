import { costOf } from '../bench.ts';
import type { Scenario } from '../bench.ts';
import { figure, pair } from './figures.ts';

const PEOPLE = 50;
const RECORDS = 200;
const PER_SECOND = 20;

/**
 * Everybody points at the same time. A server may leave out a cursor that the next one overtakes, so
 * the CPU is that of the same input, whatever share of it arrives.
 */
export const cursors: Scenario = {
  name: 'cursors',
  title: `${PEOPLE} cursors at ${PER_SECOND} Hz`,
  columns: [
    pair('p50 / p99 ms', 'p50', 'p99'),
    figure('CPU ms / s', 'cpu-second'),
    figure('CPU ms / 1,000 due', 'cpu'),
    figure('arrived %', 'arrived'),
  ],
  measures: () => true,
  run: async (bench, target) => {
    const server = await bench.start(target);
    const { load } = bench;
    const boards = ['cursors'];
    await server.makeBoards(boards);
    const aim = server.aim(RECORDS);
    if (aim.keeps) await load.do('seed', { ...aim, boards });
    await load.do('gather', { ...aim, boards, each: PEOPLE, writing: PEOPLE });
    await load.do('move', { seconds: 1, perSecond: PER_SECOND, cursors: true });
    const { result, cpuMs, foreign } = await costOf(bench, server, () =>
      load.do('move', { seconds: bench.quick ? 2 : 3, perSecond: PER_SECOND, cursors: true }),
    );
    await load.do('leave');
    await server.stop();
    return {
      ...{ p50: result.p50, p99: result.p99 },
      cpu: (cpuMs / result.due) * 1000,
      'cpu-second': cpuMs / result.seconds,
      arrived: (result.delivered / result.due) * 100,
      foreign,
    };
  },
};
