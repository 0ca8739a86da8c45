import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taskStates } from '#board/facts.ts';
import { isTimeZone, localTime } from '#board/local-time.ts';
import { reminderOf } from '#board/reminders.ts';

const task = { state: 'agreed', due: '2027-03-29', checkOn: '2027-04-30', holdOn: null } as const;

describe('[MAIL-1] the reminder that a task calls for', () => {
  it.each([
    ['2027-03-26', null],
    ['2027-03-27', { kind: 'before', day: '2027-03-27' }],
    ['2027-03-28', { kind: 'before', day: '2027-03-27' }],
    ['2027-03-29', { kind: 'due', day: '2027-03-29' }],
    ['2027-04-04', { kind: 'due', day: '2027-03-29' }],
    ['2027-04-05', { kind: 'late', day: '2027-04-05' }],
    ['2027-04-11', { kind: 'late', day: '2027-04-05' }],
    ['2027-04-12', { kind: 'late', day: '2027-04-12' }],
    ['2028-03-27', { kind: 'late', day: '2028-03-27' }],
  ])('on %s while the work is open: %j', (today, reminder) => {
    expect(reminderOf(task, today)).toEqual(reminder);
    expect(reminderOf({ ...task, state: 'doing' }, today)).toEqual(reminder);
  });

  it.each([
    ['2027-04-27', null],
    ['2027-04-28', { kind: 'check-before', day: '2027-04-28' }],
    ['2027-04-30', { kind: 'check', day: '2027-04-30' }],
    ['2027-05-07', { kind: 'check-late', day: '2027-05-07' }],
  ])('on %s once it is done: %j', (today, reminder) => {
    expect(reminderOf({ ...task, state: 'done' }, today)).toEqual(reminder);
  });

  it.each([
    ['2027-05-26', null],
    ['2027-05-28', { kind: 'hold-before', day: '2027-05-28' }],
    ['2027-05-30', { kind: 'hold', day: '2027-05-30' }],
    ['2027-06-06', { kind: 'hold-late', day: '2027-06-06' }],
  ])('on %s while it has to hold: %j', (today, reminder) => {
    const holding = { ...task, state: 'effect_checked', holdOn: '2027-05-30' } as const;
    expect(reminderOf(holding, today)).toEqual(reminder);
  });

  it('is none for what is closed, and never one from the future', () => {
    const day = fc.date({
      min: new Date('1999-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    const text = day.map((date) => date.toISOString().slice(0, 10));
    const property = fc.property(
      fc.constantFrom(...taskStates),
      ...([text, text, text] as const),
      (state, due, checkOn, today) => {
        const reminder = reminderOf({ state, due, checkOn, holdOn: null }, today);
        if (['effect_checked', 'standard', 'dropped'].includes(state)) return reminder === null;
        return reminder === null || reminder.day <= today;
      },
    );
    fc.assert(property);
  });

  it('can be told for the first and the last of days', () => {
    expect(reminderOf({ ...task, due: '0000-01-01' }, '2027-01-01')?.kind).toBe('late');
    expect(reminderOf({ ...task, due: '9999-12-31' }, '2027-01-01')).toBeNull();
  });
});

describe('[MAIL-4] local time', () => {
  it.each([
    ['Europe/Amsterdam', '2027-03-28T00:59:00Z', { day: '2027-03-28', hour: 1 }],
    ['Europe/Amsterdam', '2027-03-28T01:00:00Z', { day: '2027-03-28', hour: 3 }],
    ['Europe/Amsterdam', '2027-03-28T21:59:00Z', { day: '2027-03-28', hour: 23 }],
    ['Europe/Amsterdam', '2027-03-28T22:00:00Z', { day: '2027-03-29', hour: 0 }],
    ['America/New_York', '2027-03-14T06:59:00Z', { day: '2027-03-14', hour: 1 }],
    ['America/New_York', '2027-03-14T07:00:00Z', { day: '2027-03-14', hour: 3 }],
    ['Pacific/Kiritimati', '2027-01-01T10:00:00Z', { day: '2027-01-02', hour: 0 }],
    ['UTC', '2027-01-01T00:00:00Z', { day: '2027-01-01', hour: 0 }],
  ])('in %s at %s', (zone, at, local) => {
    expect(localTime(zone, new Date(at))).toEqual(local);
  });

  it('knows a time zone from anything else', () => {
    for (const name of ['Europe/Amsterdam', 'UTC', 'Asia/Calcutta'])
      expect(isTimeZone(name)).toBe(true);
    for (const name of ['', 'Europe/Nowhere', 'Local', '\u0000', '../etc'])
      expect(isTimeZone(name)).toBe(false);
  });
});
