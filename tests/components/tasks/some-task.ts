import type { TaskView } from '#board/api/tasks.ts';

/** A promise of Sanne's, due in two weeks of the day that these tests are on. */
export function someTask(more: Partial<TaskView> = {}): TaskView {
  return {
    id: 'task-1',
    boardId: 'board-1',
    boardTitle: 'Kortere wachttijd',
    teamId: 'team-1',
    actionId: 'action-1',
    title: 'Brief herschrijven',
    owner: { id: 'sanne', name: 'Sanne' },
    buddy: null,
    due: '2026-12-11',
    effect: { observation: 'Niemand belt meer', checkOn: '2027-01-15' },
    state: 'agreed',
    prediction: null,
    ...{ outcome: null, reached: null, learned: null, tell: null, droppedReason: null },
    holdingChecks: [],
    confirmedAt: '2026-11-20T09:00:00.000Z',
    confirmedBy: { id: 'marieke', name: 'Marieke' },
    givenBy: { id: 'marieke', name: 'Marieke' },
    givenAt: '2026-11-20T09:00:00.000Z',
    declined: null,
    revision: 1,
    ...more,
  };
}
