import { describe, expect, it } from 'vitest';
import { chartScale } from '#board/chart-scale.ts';
import { runFacts } from '#components/ui/run-facts.ts';
import type { RunSeries } from '#components/ui/run-facts.ts';

function series(part: Partial<RunSeries>): RunSeries {
  return { readings: [], target: null, baseline: null, direction: 'down', unit: 'x', ...part };
}

describe('runFacts', () => {
  it('has nothing to say without readings', () => {
    expect(runFacts(series({}))).toBeNull();
  });

  it('reads days in order whatever order they came in', () => {
    const facts = runFacts(
      series({
        readings: [
          { at: '2026-02-01', value: 8 },
          { at: '2026-01-01', value: 12 },
        ],
      }),
    );
    expect(facts?.first.value).toBe(12);
    expect(facts?.last.value).toBe(8);
  });

  it.each([
    ['down', 12, 8, 'better'],
    ['down', 8, 12, 'worse'],
    ['up', 8, 12, 'better'],
    ['up', 12, 8, 'worse'],
    ['up', 8, 8, 'same'],
  ] as const)('with %s as better, going from %d to %d is %s', (direction, from, to, trend) => {
    const readings = [
      { at: '2026-01-01', value: from },
      { at: '2026-02-01', value: to },
    ];
    expect(runFacts(series({ direction, readings }))?.trend).toBe(trend);
  });

  it('compares with the baseline where there is one', () => {
    const readings = [{ at: '2026-01-01', value: 10 }];
    expect(runFacts(series({ readings, baseline: 14 }))?.trend).toBe('better');
  });

  it('knows a target is reached at the target itself', () => {
    const readings = [{ at: '2026-01-01', value: 5 }];
    expect(runFacts(series({ readings, target: 5 }))?.reached).toBe(true);
    expect(runFacts(series({ readings, target: 4 }))?.reached).toBe(false);
    expect(runFacts(series({ readings }))?.reached).toBeNull();
  });
});

describe('chartScale', () => {
  const readings = [
    { at: '2026-01-01', value: 3 },
    { at: '2026-01-03', value: 17 },
    { at: '2026-01-11', value: 11 },
  ];

  it('spaces days by time and draws higher values higher', () => {
    const scale = chartScale(series({ readings }), []);
    expect([scale.x('2026-01-01'), scale.x('2026-01-03'), scale.x('2026-01-11')]).toEqual([
      0, 20, 100,
    ]);
    expect(scale.y(17)).toBeLessThan(scale.y(3));
  });

  it('keeps readings, target and baseline inside the box, with round steps', () => {
    const scale = chartScale(series({ readings, target: 1, baseline: 19.5 }), []);
    for (const value of [1, 3, 17, 19.5]) {
      expect(scale.y(value)).toBeGreaterThanOrEqual(0);
      expect(scale.y(value)).toBeLessThanOrEqual(100);
    }
    expect(scale.ticks).toEqual([0, 5, 10, 15, 20]);
  });

  it('copes with one reading, and with readings that never move', () => {
    const scale = chartScale(series({ readings: [{ at: '2026-01-01', value: 0 }] }), []);
    expect(scale.x('2026-01-01')).toBe(50);
    expect(scale.y(0)).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(scale.y(0))).toBe(true);
  });
});
