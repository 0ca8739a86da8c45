import { describe, expect, it, test } from 'vitest';
import { effectOutcomes } from '#board/facts.ts';
import { afterHolding, mayAnswerHolding, planHolding } from '#board/holding.ts';

describe('[ACT-24] what is looked at again', () => {
  test('what worked, after 30 and 90 days, on the same days in every zone', () => {
    expect(planHolding('worked', '2027-02-27')).toEqual([
      { after: 30, dueOn: '2027-03-29' },
      { after: 90, dueOn: '2027-05-28' },
    ]);
    expect(planHolding('worked', '2027-12-01').map(({ dueOn }) => dueOn)).toEqual([
      '2027-12-31',
      '2028-02-29',
    ]);
  });

  it.each(effectOutcomes.filter((outcome) => outcome !== 'worked'))('not what %s', (outcome) => {
    expect(planHolding(outcome, '2027-02-27')).toEqual([]);
  });
});

describe('[ACT-25] when a check may be answered', () => {
  const due = '2027-03-29';

  test('that it held: once the day has come somewhere on earth', () => {
    expect(mayAnswerHolding(due, true, new Date('2027-03-28T09:59:59Z'))).toBe(false);
    expect(mayAnswerHolding(due, true, new Date('2027-03-28T10:00:00Z'))).toBe(true);
    expect(mayAnswerHolding(due, true, new Date('2028-01-01T00:00:00Z'))).toBe(true);
  });

  test('that it relapsed: at any time', () => {
    expect(mayAnswerHolding(due, false, new Date('2027-02-27T12:00:00Z'))).toBe(true);
  });
});

describe('[ACT-26] [ACT-27] where an answer leads', () => {
  test('to the standard when it was the last one, and nowhere before', () => {
    expect(afterHolding(true, 1)).toBe('effect_checked');
    expect(afterHolding(true, 0)).toBe('standard');
  });

  test('back to work when it did not hold, whatever is still to come', () => {
    expect(afterHolding(false, 1)).toBe('doing');
    expect(afterHolding(false, 0)).toBe('doing');
  });
});
