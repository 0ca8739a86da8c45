import { describe, expect, it } from 'vitest';
import type { HoldingCheckView, TaskView } from '#board/api/tasks.ts';
import { groupOf, groupTasks } from '#components/tasks/group-tasks.ts';

const today = '2026-03-10';

type Task = Pick<TaskView, 'id' | 'state' | 'due' | 'effect' | 'holdingChecks'>;

function aTask(part: Partial<Task>): Task {
  const effect = { checkOn: '2026-04-01' };
  return { id: 'a', state: 'agreed', due: today, effect, holdingChecks: [], ...part };
}

function holding(dueOn: string, result: HoldingCheckView['result'] = null): HoldingCheckView {
  const unanswered = { doneAt: null, doneBy: null, reading: null, observation: null, note: null };
  return { id: dueOn, after: 30, dueOn, result, ...unanswered, reached: null };
}

describe('groupOf', () => {
  it('calls a promise late from the day after it was due', () => {
    expect(groupOf(aTask({ due: '2026-03-09' }), today)).toBe('late');
    expect(groupOf(aTask({ due: '2026-03-10' }), today)).toBe('today');
    expect(groupOf(aTask({ due: '2026-03-11', state: 'doing' }), today)).toBe('coming');
  });

  it('asks after done work from the day it was to be looked at', () => {
    const done = aTask({ state: 'done', due: '2026-03-01' });
    expect(groupOf({ ...done, effect: { checkOn: '2026-03-11' } }, today)).toBe('coming');
    expect(groupOf({ ...done, effect: { checkOn: '2026-03-10' } }, today)).toBe('check');
    expect(groupOf({ ...done, effect: {} }, today)).toBe('check');
  });

  it('asks after what worked on the next day that it is looked at again', () => {
    const worked = aTask({ state: 'effect_checked', due: '2026-01-01' });
    const held = holding('2026-02-01', 'held');
    const ofCheck = (dueOn: string) =>
      groupOf({ ...worked, holdingChecks: [held, holding(dueOn)] }, today);
    expect(ofCheck('2026-03-09')).toBe('check');
    expect(ofCheck('2026-03-10')).toBe('check');
    expect(ofCheck('2026-03-11')).toBe('coming');
    expect(groupOf({ ...worked, holdingChecks: [held] }, today)).toBe('done');
    const relapsed = { ...worked, state: 'doing' as const, due: '2026-03-20' };
    expect(groupOf({ ...relapsed, holdingChecks: [holding('2026-03-01')] }, today)).toBe('coming');
  });

  it.each(['effect_checked', 'standard', 'dropped'] as const)(
    'asks nothing of what is %s',
    (state) => {
      expect(groupOf(aTask({ state, due: '2026-01-01' }), today)).toBe('done');
    },
  );
});

describe('groupTasks', () => {
  it('puts the nearest day first, and the newest of what is closed', () => {
    const tasks = [
      aTask({ id: 'later', due: '2026-03-20' }),
      aTask({ id: 'sooner', due: '2026-03-12' }),
      aTask({ id: 'old', state: 'dropped', due: '2026-01-01' }),
      aTask({ id: 'new', state: 'standard', due: '2026-02-01' }),
    ];
    const groups = groupTasks(tasks, today);
    expect(groups.coming.map((task) => task.id)).toEqual(['sooner', 'later']);
    expect(groups.done.map((task) => task.id)).toEqual(['new', 'old']);
  });
});
