import { costOf } from '../bench.ts';
import type { Bench, Measured, Scenario } from '../bench.ts';
import type { ServerProcess } from '../server-process.ts';
import { figure } from './figures.ts';

const SIZES = [2_000, 10_000];
const CROWD = 50;
const WARM_JOINS = 5;
const STORMS = 2;
/** Hz at which two people go on drawing during a storm, for enough samples in a short time. */
const DRAWING = 40;

/** Newcomers on full boards, one by one, all at once, and after a restart. */
export const joins: Scenario = {
  name: 'joins',
  title: `Joins on boards of 2,000 and 10,000 records; ${CROWD} at once while two draw`,
  columns: [
    ...SIZES.map((size) => figure(`warm ${short(size)} ms`, `warm-${size}`)),
    ...SIZES.map((size) => figure(`storm ${short(size)}, last ms`, `storm-${size}`)),
    ...SIZES.map((size) => figure(`drawing meanwhile ${short(size)}, p99 ms`, `drawing-${size}`)),
    ...SIZES.map((size) => figure(`storm ${short(size)}, CPU ms / join`, `cpu-${size}`)),
    ...SIZES.map((size) => figure(`cold ${short(size)} ms`, `cold-${size}`)),
  ],
  measures: ({ keepsDocuments }) => keepsDocuments,
  run: async (bench, target) => {
    const server = await bench.start(target);
    const measured: Record<string, number> = {};
    const sizes = bench.quick ? [10_000] : SIZES;
    for (const size of sizes) Object.assign(measured, await warm(bench, server, size));
    await server.restart();
    for (const size of sizes) {
      const [took] = await bench.load.do('join', {
        ...server.aim(size),
        board: name(size),
        count: 1,
      });
      measured[`cold-${size}`] = took ?? NaN;
    }
    await server.stop();
    return measured;
  },
};

async function warm(bench: Bench, server: ServerProcess, size: number): Promise<Measured> {
  const { load, bystanders } = bench;
  const board = name(size);
  const aim = server.aim(size);
  await server.makeBoards([board]);
  await load.do('seed', { ...aim, boards: [board] });
  await bystanders.do('gather', { ...aim, boards: [board], each: 2, writing: 2 });
  const there = await load.do('count', { ...aim, board });
  if (there !== size + 1) throw new Error(`${there} records instead of ${size} and a page`);
  const alone: number[] = [];
  for (let i = 0; i < WARM_JOINS; i++) {
    alone.push(...(await load.do('join', { ...aim, board, count: 1 })));
  }
  const storms: number[] = [];
  await bystanders.do('move', { seconds: 0.5, perSecond: DRAWING });
  await bystanders.do('startMoving', { perSecond: DRAWING });
  const { cpuMs } = await costOf(bench, server, async () => {
    for (let i = 0; i < STORMS; i++) {
      storms.push(Math.max(...(await load.do('join', { ...aim, board, count: CROWD }))));
    }
  });
  const { p99, max } = await bystanders.do('stopMoving');
  await bystanders.do('leave');
  return {
    [`warm-${size}`]: middle(alone),
    [`storm-${size}`]: middle(storms),
    [`drawing-${size}`]: p99,
    [`cpu-${size}`]: cpuMs / STORMS / CROWD,
    [`drawing-max-${size}`]: max,
  };
}

function name(size: number): string {
  return `full-${size}`;
}

function short(size: number): string {
  return `${size / 1000}k`;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
