import { describe, expect, it } from 'vitest';
import type { MeasureActionView } from '#board/api/measures.ts';
import { listActions, marksOf } from '#components/measures/chart-marks.ts';

function action(taskId: string, part: Partial<MeasureActionView> = {}): MeasureActionView {
  const title = taskId.toUpperCase();
  return { taskId, title, state: 'agreed', outcome: null, startedAt: null, doneAt: null, ...part };
}

const actions = [
  action('waiting'),
  action('late', { doneAt: '2026-03-09T23:30:00.000Z', startedAt: '2026-01-01T10:00:00.000Z' }),
  action('early', { startedAt: '2026-02-01T10:00:00.000Z' }),
  action('same', { doneAt: '2026-03-10T10:00:00.000Z' }),
];

describe('marks in a run chart [MEAS-6]', () => {
  it('are numbered by the day the work was done, or else began, where the reader is', () => {
    const listed = listActions(actions, 'Europe/Amsterdam');
    expect(listed.map(({ taskId, day, number }) => [taskId, day, number])).toEqual([
      ['early', '2026-02-01', 1],
      ['late', '2026-03-10', 2],
      ['same', '2026-03-10', 3],
      ['waiting', null, null],
    ]);
    const inLondon = listActions(actions, 'Europe/London');
    expect(inLondon.find(({ taskId }) => taskId === 'late')?.day).toBe('2026-03-09');
  });

  it('stand together for one day, and nowhere for what did not begin', () => {
    expect(marksOf(listActions(actions, 'Europe/Amsterdam'))).toEqual([
      { at: '2026-02-01', label: 'EARLY', sign: '1', taskIds: ['early'] },
      { at: '2026-03-10', label: 'LATE · SAME', sign: '2 3', taskIds: ['late', 'same'] },
    ]);
    expect(marksOf([])).toEqual([]);
  });
});
