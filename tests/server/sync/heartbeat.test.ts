import { beforeEach, describe, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import type { Position } from '#server/sync/documents.ts';
import { Heartbeat, isAhead } from '#server/sync/heartbeat.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';

const [one, two, gone] = [asBoardId('one'), asBoardId('two'), asBoardId('gone')];
const at = (seq: number, epoch = 1): Position => ({ epoch, seq });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('[SYNC-60] the heartbeat', () => {
  let clock: ManualClock;
  let open: Map<BoardId, Position>;
  let heads: Map<BoardId, Position>;
  let asked: BoardId[][];
  let behind: [BoardId, Position][];
  let warnings: string[];
  let answer: () => Promise<void>;
  let heartbeat: Heartbeat;

  beforeEach(() => {
    clock = new ManualClock();
    [open, heads] = [new Map([[one, at(5)]]), new Map([[one, at(5)]])];
    [asked, behind, warnings] = [[], [], []];
    answer = () => Promise.resolve();
    heartbeat = new Heartbeat({
      clock,
      logger: { info: () => {}, warn: (_, line) => warnings.push(line), error: () => {} },
      open: () => open,
      heads: async (ids) => {
        asked.push([...ids]);
        await answer();
        return heads;
      },
      behind: (...which) => behind.push(which),
    });
    heartbeat.start();
  });

  async function pass(ms: number): Promise<void> {
    clock.pass(ms);
    await settle();
  }

  test('asks for all open boards at once, every two seconds', async () => {
    open.set(two, at(1));
    await pass(1_999);
    expect(asked).toEqual([]);
    await pass(1);
    await pass(2_000);
    expect(asked).toEqual([
      [one, two],
      [one, two],
    ]);
  });

  test('asks nothing while nothing is open', async () => {
    open.clear();
    await pass(2_000);
    await pass(2_000);
    expect(asked).toEqual([]);
  });

  test('tells which boards are behind, and no others', async () => {
    open.set(two, at(7)).set(gone, at(3));
    heads.set(one, at(6)).set(two, at(7));
    await pass(2_000);
    expect(behind).toEqual([[one, at(6)]]);
  });

  test('compares with where a board stands when the answer is there', async () => {
    heads.set(one, at(6));
    answer = async () => void open.set(one, at(6));
    await pass(2_000);
    expect(behind).toEqual([]);
  });

  test('goes on after a failure, and says so once for an outage', async () => {
    answer = () => Promise.reject(new Error('no database'));
    await pass(2_000);
    await pass(2_000);
    expect(warnings).toHaveLength(1);
    answer = () => Promise.resolve();
    heads.set(one, at(9));
    await pass(2_000);
    expect(behind).toEqual([[one, at(9)]]);
    answer = () => Promise.reject(new Error('no database again'));
    await pass(2_000);
    expect(warnings).toHaveLength(2);
  });

  test('never asks again while the last question is open, and ends when stopped', async () => {
    let release = (): void => {};
    answer = () => new Promise((resolve) => (release = resolve));
    await pass(2_000);
    await pass(10_000);
    expect(asked).toHaveLength(1);
    heads.set(one, at(9));
    heartbeat.stop();
    release();
    await settle();
    await pass(10_000);
    expect([asked.length, behind]).toEqual([1, []]);
  });
});

test('a head is ahead by its seq, or by its epoch', () => {
  expect(isAhead(at(5), at(5))).toBe(false);
  expect(isAhead(at(6), at(5))).toBe(true);
  expect(isAhead(at(2, 2), at(5, 1))).toBe(true);
  expect(isAhead(at(9, 1), at(5, 2))).toBe(false);
});
