import { describe, expect, it } from 'vitest';
import { addAction, changeAction, readAction } from '#board/actions.ts';
import { isParked, readMeetingFacts, undecided, usualNextDay } from '#board/meetings.ts';
import { projectBoard } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { promiseGroup, sinceLastTime } from '#board/since-last-time.ts';
import type { Promised } from '#board/since-last-time.ts';
import { actionCard, boardWith, emptyDocument, proposal } from './builders.ts';

const TODAY = '2027-01-15';

describe('what is undecided', () => {
  const action = (id: string, more: Partial<Projection['actions'][number]> = {}) => ({
    ...{ id, title: id, owner: null, due: null, effect: {}, rung: 'proposal' as const },
    ...{ taskId: null, outcome: null, parked: null, cards: [{ canvas: 'action', zone: null }] },
    ...more,
  });

  it('is every intention and proposal on a card that is not parked until a later day [MEET-4] [MEET-5]', () => {
    const actions = [
      action('proposal'),
      action('intention', { rung: 'intention' }),
      action('back today', { parked: TODAY }),
      action('parked', { parked: '2027-01-16' }),
      action('dropped', { rung: 'dropped' }),
      action('promised', { rung: 'agreed', taskId: 'task' }),
      // Confirmed, while the document still says proposal.
      action('confirmed', { taskId: 'task' }),
      action('without a card', { cards: [] }),
    ] as Projection['actions'];
    expect(undecided(actions, TODAY).map(({ id }) => id)).toEqual([
      'proposal',
      'intention',
      'back today',
    ]);
    expect(isParked('2027-01-16', '2027-01-16')).toBe(false);
    expect(isParked(null, TODAY)).toBe(false);
  });

  it('is parked and put back in the document; what is no day parks nothing [MEET-5]', () => {
    const board = boardWith(actionCard('card', 'a1'));
    addAction(board, proposal({ id: 'a1' }));
    expect(readAction(board, 'a1')?.parked).toBeNull();
    changeAction(board, 'a1', { parked: '2027-02-01' });
    expect(readAction(board, 'a1')?.parked).toBe('2027-02-01');
    expect(undecided(projectBoard(board).actions, TODAY)).toEqual([]);
    expect(undecided(projectBoard(board).actions, '2027-02-01')).toMatchObject([{ id: 'a1' }]);
    changeAction(board, 'a1', { parked: 'ooit' });
    expect(projectBoard(board).actions).toMatchObject([{ id: 'a1', parked: null }]);
    const copy = emptyDocument();
    addAction(copy, { ...proposal({ id: 'a1' }), parked: '2027-02-01' });
    expect(readAction(copy, 'a1')?.parked).toBe('2027-02-01');
  });
});

describe('promises since the last time', () => {
  const promise = (more: Partial<Promised>): Promised => ({
    ...{ state: 'agreed', due: '2027-01-20', effect: { checkOn: '2027-02-01' } },
    ...{ holdingChecks: [], doneAt: null },
    ...more,
  });
  const when = { today: TODAY, since: '2027-01-08T10:00:00.000Z' };
  const [before, after] = ['2027-01-07T10:00:00.000Z', '2027-01-12T10:00:00.000Z'];
  const check = (dueOn: string, result: 'held' | null = null) => ({ dueOn, result });

  it.each<[string, Partial<Promised>]>([
    ['late', { due: '2027-01-14', state: 'doing' }],
    ['due', { due: TODAY }],
    ['ahead', { due: '2027-01-16' }],
    ['toCheck', { state: 'done', doneAt: before, effect: { checkOn: TODAY } }],
    ['kept', { state: 'done', doneAt: after }],
    ['toHold', { state: 'effect_checked', holdingChecks: [check(TODAY)] }],
    ['kept', { state: 'effect_checked', doneAt: after, holdingChecks: [check('2027-02-10')] }],
    ['kept', { state: 'standard', doneAt: after }],
  ])('is %s: %o [MEET-3]', (group, task) => {
    expect(promiseGroup(promise(task), when)).toBe(group);
  });

  it.each<Partial<Promised>>([
    { state: 'done', doneAt: before },
    { state: 'effect_checked', doneAt: before, holdingChecks: [check(TODAY, 'held')] },
    { state: 'standard', doneAt: before },
    { state: 'dropped', doneAt: after },
  ])('says nothing of what was done before, or let go: %o [MEET-3]', (task) => {
    expect(promiseGroup(promise(task), when)).toBeNull();
  });

  it('counts all that was kept before there was a meeting, and keeps the order [MEET-3]', () => {
    const tasks = [
      { ...promise({ due: '2027-01-10' }), id: 'a' },
      { ...promise({ due: '2027-01-12' }), id: 'b' },
      { ...promise({ state: 'done', doneAt: before }), id: 'c' },
    ];
    const groups = sinceLastTime(tasks, { today: TODAY, since: null });
    expect(groups.late.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(groups.kept.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('the next meeting', () => {
  it.each([
    ['a week before there were two', [], '2027-01-22'],
    ['again in a week', ['2027-01-08', '2027-01-01'], '2027-01-22'],
    [
      'again in two weeks, one meeting apart',
      ['2027-01-01', '2026-12-18', '2026-12-11'],
      '2027-01-29',
    ],
    ['in whole weeks', ['2027-01-07', '2026-12-30'], '2027-01-22'],
    ['on the next day, where a team meets every day', ['2027-01-14', '2027-01-13'], '2027-01-16'],
    ['in four weeks at most', ['2026-10-01'], '2027-02-12'],
    ['twice a day counts once', [TODAY, '2027-01-08', '2027-01-08'], '2027-01-22'],
  ])('is %s [MEET-7]', (_why, met, day) => {
    expect(usualNextDay(met, TODAY)).toBe(day);
  });

  it('is read from the board, and what does not fit is not there [MEET-2]', () => {
    const board = emptyDocument();
    expect(readMeetingFacts(board)).toEqual({ open: null, next: null });
    board.meeting.set('next', { on: '2027-01-22', at: '09:30' });
    board.meeting.set('open', { since: 'now' });
    expect(readMeetingFacts(board)).toEqual({
      open: null,
      next: { on: '2027-01-22', at: '09:30' },
    });
    board.meeting.set('next', { on: '2027-01-22', at: 'half tien' });
    expect(readMeetingFacts(board).next).toBeNull();
  });
});
