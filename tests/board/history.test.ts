import { describe, expect, it } from 'vitest';
import { stretchesOf } from '#board/history.ts';

const at = (seconds: number) => new Date(1_790_000_000_000 + seconds * 1000);
const steps = (...seconds: number[]) =>
  seconds.map((second, n) => ({ seq: n + 1, at: at(second), people: [n % 2 ? 'b' : 'a'] }));

describe('points of a history', () => {
  it('hold what follows on one another within a minute [SNAP-10]', () => {
    expect(stretchesOf(steps(0, 30, 90, 151, 152))).toEqual([
      { from: 1, seq: 3, startedAt: at(0), at: at(90), people: ['a', 'b'] },
      { from: 4, seq: 5, startedAt: at(151), at: at(152), people: ['b', 'a'] },
    ]);
  });

  it('last five minutes at most', () => {
    const every30 = Array.from({ length: 21 }, (_, n) => n * 30);
    expect(stretchesOf(steps(...every30)).map(({ from, seq }) => [from, seq])).toEqual([
      [1, 11],
      [12, 21],
    ]);
  });

  it('are none where nothing was written', () => {
    expect(stretchesOf([])).toEqual([]);
  });
});
