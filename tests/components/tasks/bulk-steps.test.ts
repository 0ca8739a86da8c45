import { describe, expect, it } from 'vitest';
import { taskStates } from '#board/facts.ts';
import { changeFor, undoFor } from '#components/tasks/bulk-steps.ts';
import { someTask } from './some-task.ts';

const today = '2026-11-27';

describe('a step for several promises [ACT-45]', () => {
  it('is for those that are on the way to it, and for no other', () => {
    const open = (is: 'start' | 'finish') =>
      taskStates.filter((state) => changeFor({ is }, someTask({ state })));
    expect(open('start')).toEqual(['agreed']);
    expect(open('finish')).toEqual(['agreed', 'doing']);
    const day = { is: 'day', due: '2026-12-18', reason: undefined } as const;
    expect(taskStates.filter((state) => changeFor(day, someTask({ state })))).toEqual([
      'agreed',
      'doing',
    ]);
    expect(changeFor(day, someTask({ due: day.due }))).toBeUndefined();
    expect(changeFor({ is: 'owner', owner: 'sanne' }, someTask())).toBeUndefined();
    expect(changeFor({ is: 'owner', owner: 'joris' }, someTask({ revision: 4 }))).toEqual({
      ...{ taskId: 'task-1', revision: 4, owner: 'joris' },
    });
  });

  it('is taken back where there is a way back, from the revision that came of it', () => {
    const before = someTask({ due: '2026-12-01' });
    const started = someTask({ state: 'doing', revision: 2 });
    expect(undoFor({ is: 'start' }, { before, after: started, today })).toEqual({
      ...{ taskId: 'task-1', revision: 2, state: 'agreed' },
    });
    const finished = someTask({ state: 'done', revision: 2 });
    // The ladder leads from done to doing, and to agreed from there alone.
    expect(undoFor({ is: 'finish' }, { before, after: finished, today })).toBeUndefined();
    const doing = someTask({ state: 'doing' });
    expect(undoFor({ is: 'finish' }, { before: doing, after: finished, today })).toMatchObject({
      state: 'doing',
    });
    const day = { is: 'day', due: '2026-12-18', reason: undefined } as const;
    const moved = someTask({ due: day.due, revision: 2 });
    expect(undoFor(day, { before, after: moved, today })).toMatchObject({ due: '2026-12-01' });
    const late = someTask({ due: '2026-11-20' });
    expect(undoFor(day, { before: late, after: moved, today })).toBeUndefined();
    const owner = { is: 'owner', owner: 'joris' } as const;
    expect(undoFor(owner, { before, after: moved, today })).toMatchObject({ owner: 'sanne' });
  });
});
