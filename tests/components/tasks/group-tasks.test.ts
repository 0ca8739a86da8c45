import { describe, expect, it } from 'vitest';
import type { TaskView } from '#board/api/tasks.ts';
import { groupOf, groupTasks } from '#components/tasks/group-tasks.ts';

const today = '2026-03-10';

type Task = Pick<TaskView, 'id' | 'state' | 'due' | 'effect'>;

function aTask(part: Partial<Task>): Task {
  return { id: 'a', state: 'agreed', due: today, effect: { checkOn: '2026-04-01' }, ...part };
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
