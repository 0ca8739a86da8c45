import { describe, expect, test } from 'vitest';
import type { Action } from '#board/actions.ts';
import { readActionFields } from '#components/board/read-action-fields.ts';

const people = [{ id: 'sam', name: 'Sam' }];

function action(fields: Partial<Action> = {}): Action {
  const empty = { id: 'a', title: 'Fix it', owner: null, due: null, effect: {} };
  return { ...empty, rung: 'proposal', by: 'noor', at: '2026-11-23', ...fields };
}

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

describe('what a person filled in about an action', () => {
  test('leaves what was not asked as it is', () => {
    expect(readActionFields(form({ owner: 'sam' }), action(), people)).toEqual({
      owner: { id: 'sam', name: 'Sam' },
    });
  });

  test('takes a number with a comma, and a day', () => {
    const typed = form({
      way: 'measure',
      effect: 'm1',
      'effect.expected': '7,5',
      'effect.checkOn': '2026-12-21',
      due: '2026-11-27',
    });
    expect(readActionFields(typed, action(), people)).toEqual({
      due: '2026-11-27',
      effect: { measure: 'm1', expected: 7.5, checkOn: '2026-12-21' },
    });
  });

  test('an observation takes the place of a measure and its expected value', () => {
    const now = action({ effect: { measure: 'm1', expected: 5, checkOn: '2026-12-21' } });
    const typed = form({ way: 'observation', effect: 'nobody walks back' });
    expect(readActionFields(typed, now, people).effect).toEqual({
      observation: 'nobody walks back',
      checkOn: '2026-12-21',
    });
  });

  test('asks again for what is no day, no number or nobody of the team', () => {
    const typed = form({ owner: 'stranger', due: 'soon', 'effect.expected': 'fewer' });
    expect(readActionFields(typed, action({ effect: { measure: 'm1' } }), people)).toEqual({
      owner: null,
      due: null,
      effect: { measure: 'm1' },
    });
  });
});
