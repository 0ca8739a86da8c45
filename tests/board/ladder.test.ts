import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAction, readAction } from '#board/actions.ts';
import { taskStates } from '#board/facts.ts';
import type { Effect, TaskState } from '#board/facts.ts';
import {
  beginsRound,
  mayCheckEffect,
  mayMove,
  missingForConfirm,
  needsReason,
  nextStates,
  promise,
  whyNotDecline,
} from '#board/ladder.ts';
import { emptyDocument, proposal } from './builders.ts';

/** Every step that a person may take from a state, by choosing the next one. */
const steps: Record<TaskState, readonly TaskState[]> = {
  agreed: ['doing', 'done', 'dropped'],
  doing: ['agreed', 'done', 'dropped'],
  done: ['doing', 'dropped'],
  effect_checked: ['doing'],
  standard: ['doing'],
  dropped: ['agreed'],
};

const TODAY = '2026-11-20';

const observed: Effect = { observation: 'minder telefoon', checkOn: '2026-12-18' };

const fieldsMissing = (wish: Parameters<typeof proposal>[0]): string[] =>
  missingForConfirm(proposal(wish), TODAY).map(({ field }) => field);

describe('[ACT-4] the steps of a task', () => {
  test.each(taskStates)('from %s', (from) => {
    expect(nextStates(from)).toEqual(steps[from]);
    for (const to of taskStates) {
      expect(mayMove(from, to), `${from} to ${to}`).toBe(from === to || steps[from].includes(to));
    }
  });

  test('none is chosen by hand that a gate guards', () => {
    for (const from of taskStates) {
      expect(nextStates(from)).not.toContain('effect_checked');
      expect(nextStates(from)).not.toContain('standard');
    }
  });
});

describe('[ACT-5] the effect check', () => {
  test.each(taskStates)('from %s', (from) => {
    expect(mayCheckEffect(from)).toBe(from === 'done');
  });
});

describe('[ACT-20] what needs a reason', () => {
  test.each(taskStates)('from %s', (from) => {
    for (const to of taskStates)
      expect(needsReason(from, to)).toBe(to === 'dropped' && from !== 'dropped');
  });
});

describe('[ACT-22] where a round of work begins', () => {
  test('at the first step into work, by whichever way', () => {
    expect(beginsRound('agreed', 'doing', false)).toBe(true);
    expect(beginsRound('agreed', 'done', false)).toBe(true);
    for (const to of ['agreed', 'dropped', 'effect_checked', 'standard'] as const)
      expect(beginsRound('agreed', to, false)).toBe(false);
  });

  test('not by going to and fro before the effect is checked', () => {
    for (const from of ['agreed', 'doing', 'done', 'dropped'] as const)
      for (const to of taskStates) expect(beginsRound(from, to, true)).toBe(false);
  });

  test('anew when a task comes back after its effect was checked', () => {
    for (const from of ['effect_checked', 'standard'] as const)
      expect(beginsRound(from, 'doing', true)).toBe(true);
  });
});

describe('[ACT-3] the confirm gate', () => {
  test.each<[string, Parameters<typeof proposal>[0], string[]]>([
    ['nothing, seen by a measure', {}, []],
    ['nothing, seen by an observation', { effect: observed }, []],
    ['a title', { title: '' }, ['title']],
    ['a title that is more than spaces', { title: '  \n ' }, ['title']],
    ['an owner', { owner: null }, ['owner']],
    ['a due date', { due: null }, ['due']],
    ['any effect', { effect: { checkOn: '2026-12-18' } }, ['effect']],
    [
      'an expected value',
      { effect: { measure: 'm1', checkOn: '2026-12-18' } },
      ['effect.expected'],
    ],
    ['a day to look', { effect: { measure: 'm1', expected: 10 } }, ['effect.checkOn']],
    ['a value and a day', { effect: { measure: 'm1' } }, ['effect.expected', 'effect.checkOn']],
    ['a day, with an observation', { effect: { observation: 'stil' } }, ['effect.checkOn']],
    [
      'everything',
      { title: '', owner: null, due: null, effect: {} },
      ['title', 'owner', 'due', 'effect', 'effect.checkOn'],
    ],
  ])('asks for %s', (_what, wish, fields) => {
    expect(fieldsMissing(wish)).toEqual(fields);
  });

  test('an expected value of nought is a value', () => {
    expect(
      fieldsMissing({ effect: { measure: 'm1', expected: 0, checkOn: '2026-12-18' } }),
    ).toEqual([]);
  });

  test('asks for a shorter title', () => {
    expect(missingForConfirm(proposal({ title: 'x'.repeat(501) }), TODAY)).toEqual([
      { field: 'title', code: 'too_big', message: expect.any(String) as string },
    ]);
    expect(fieldsMissing({ title: ` ${'x'.repeat(500)} ` })).toEqual([]);
  });

  test('asks for other days when these have passed [ACT-31]', () => {
    const passed = { due: '2026-11-19', effect: { ...observed, checkOn: '2026-11-19' } };
    expect(missingForConfirm(proposal(passed), TODAY)).toMatchObject([
      { field: 'due', code: 'past' },
      { field: 'effect.checkOn', code: 'past' },
    ]);
    expect(fieldsMissing({ due: TODAY })).toEqual([]);
  });

  test('says of each field that it is missing, and why it is asked', () => {
    for (const { code, message } of missingForConfirm(proposal({ title: '', due: null }), TODAY)) {
      expect(code).toBe('missing');
      expect(message).toMatch(/^say /);
    }
  });
});

describe('[ACT-2] what is confirmed', () => {
  test('whatever the document holds: no field missing means a whole promise', () => {
    const anyEffect: fc.Arbitrary<Effect> = fc.record(
      {
        measure: fc.constantFrom('m1', ''),
        expected: fc.double(),
        observation: fc.constantFrom('stil', '', '  ', 'x'.repeat(501)),
        checkOn: fc.constantFrom('2026-12-18', '2026-02-30'),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    const anyAction = fc.record({
      title: fc.oneof(fc.string(), fc.constant('x'.repeat(501))),
      owner: fc.constantFrom(null, { id: 'p1', name: 'Noor' }),
      due: fc.constantFrom(null, '2026-11-20', 'vrijdag'),
      effect: anyEffect,
    });
    fc.assert(
      fc.property(anyAction, (wish) => {
        const board = emptyDocument();
        addAction(board, proposal(wish));
        const action = readAction(board, 'a1');
        if (!action) throw new Error('no action');
        if (missingForConfirm(action, TODAY).length > 0) return;
        expect(promise.safeParse(action).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('holds how the effect is seen, and nothing of the other way', () => {
    const both = { measure: 'm1', expected: 3, observation: 'stil', checkOn: '2026-12-18' };
    expect(promise.parse(proposal({ effect: both })).effect).toEqual({
      ...{ measure: 'm1', expected: 3, checkOn: '2026-12-18' },
    });
    expect(promise.parse(proposal({ effect: observed })).effect).toEqual(observed);
  });
});

describe('declining', () => {
  const given = {
    ...{ state: 'agreed' as TaskState, ownerId: 'sanne', givenById: 'joris' },
    givenAt: new Date('2026-11-20T22:30:00Z'),
  };
  const at = (now: string, more: { zone?: string; since?: string } = {}) => ({
    now: new Date(now),
    zone: more.zone ?? 'UTC',
    meetingSince: more.since === undefined ? null : new Date(more.since),
  });

  test('is for what somebody else gave, before the work begins [ACT-40]', () => {
    expect(whyNotDecline(given, at('2026-11-20T22:31:00Z'))).toBeUndefined();
    const own = { ...given, givenById: 'sanne' };
    expect(whyNotDecline(own, at('2026-11-20T22:31:00Z'))).toBe('own');
    for (const state of taskStates.filter((one) => one !== 'agreed'))
      expect(whyNotDecline({ ...given, state }, at('2026-11-20T22:31:00Z'))).toBe('begun');
  });

  test('ends with the day where the owner is [ACT-40]', () => {
    expect(whyNotDecline(given, at('2026-11-20T23:59:59Z'))).toBeUndefined();
    expect(whyNotDecline(given, at('2026-11-21T00:00:00Z'))).toBe('too-late');
    const amsterdam = { zone: 'Europe/Amsterdam' };
    expect(whyNotDecline(given, at('2026-11-20T23:00:00Z', amsterdam))).toBe('too-late');
    const honolulu = { zone: 'Pacific/Honolulu' };
    expect(whyNotDecline(given, at('2026-11-21T09:59:00Z', honolulu))).toBeUndefined();
  });

  test('or with the meeting in which it was given [ACT-40]', () => {
    const meeting = (since: string) => at('2026-11-22T10:00:00Z', { since });
    expect(whyNotDecline(given, meeting('2026-11-20T22:00:00Z'))).toBeUndefined();
    expect(whyNotDecline(given, meeting('2026-11-22T09:00:00Z'))).toBe('too-late');
  });
});
