import { expect, it } from 'vitest';
import { readExpectation } from '#components/tasks/read-expectation.ts';

const task = { effect: { measure: 'm1', expected: 10.5, checkOn: '2027-01-15' } };

function typed(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(`effect.${name}`, value);
  return form;
}

it('holds what was changed alone', () => {
  const same = { expected: '10,5', checkOn: '2027-01-15' };
  expect(readExpectation(typed(same), task)).toBeUndefined();
  expect(readExpectation(typed({ ...same, expected: '8' }), task)).toEqual({ expected: 8 });
  const later = typed({ ...same, checkOn: '2027-02-01' });
  expect(readExpectation(later, task)).toEqual({ checkOn: '2027-02-01' });
});

it('leaves a field that was emptied as it was, and what is no number to the server', () => {
  expect(readExpectation(typed({ expected: '', checkOn: '' }), task)).toBeUndefined();
  expect(readExpectation(typed({ expected: 'veel' }), task)).toEqual({ expected: 'veel' });
});
