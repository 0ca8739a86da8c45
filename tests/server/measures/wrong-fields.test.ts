import { beforeAll, describe, expect, it } from 'vitest';
import { addReading } from '#server/measures/add-reading.ts';
import { proposeTarget } from '#server/measures/propose-target.ts';
import { callApi, problemOf } from '#tests/support/api.ts';
import { newMeasure } from '#tests/support/builders.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('what is missing or wrong about a measure is named, field by field', () => {
  const world = useSettledHouse();
  const paths = { measure: '', reading: '', targets: '', answer: '' };

  beforeAll(async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newMeasure(house, actor, people.teamId);
    const reading = await addReading(house, actor, id, { at: '2026-11-20', value: 1 });
    const proposal = { value: 1, by: '2099-01-01', why: 'Genoeg' };
    const target = await proposeTarget(house, actor, id, proposal);
    paths.measure = `/measures/${id}`;
    paths.reading = `/measures/${id}/readings/${reading.id}`;
    paths.targets = `/measures/${id}/targets`;
    paths.answer = `/measures/${id}/targets/${target.id}/answer`;
  });

  const wrong = { value: 'veel', by: '2026-02-30', why: ' ' };
  it.each([
    ['PATCH', 'measure', {}, ['revision']],
    [
      'PATCH',
      'measure',
      { revision: 1.5, name: '', unit: 'x'.repeat(31), direction: 'left', baseline: '1' },
      ['revision', 'name', 'unit', 'direction', 'baseline'],
    ],
    ['PATCH', 'measure', { revision: 1, target: 5 }, ['target']],
    ['PATCH', 'reading', {}, ['revision', 'reason']],
    [
      'PATCH',
      'reading',
      { revision: '1', at: '20-11-2026', value: '1', withdrawn: 'yes', reason: '' },
      ['revision', 'at', 'value', 'withdrawn', 'reason'],
    ],
    ['PATCH', 'reading', { revision: 1, value: 1, reason: 'Zomaar' }, ['value']],
    ['POST', 'targets', {}, ['value', 'by', 'why']],
    ['POST', 'targets', wrong, ['value', 'by', 'why']],
    ['POST', 'targets', { value: 1, by: '2020-01-01', why: 'Ooit' }, ['by']],
    ['POST', 'answer', {}, ['answer']],
    ['POST', 'answer', { answer: 'no' }, ['answer']],
    ['POST', 'answer', { answer: 'counter' }, ['value', 'by', 'why']],
    ['POST', 'answer', { answer: 'counter', ...wrong }, ['value', 'by', 'why']],
    ['POST', 'answer', { answer: 'agree', value: 3 }, ['value']],
  ] as const)('%s %s %j', async (method, of, body, fields) => {
    const { house, people } = world;
    const answer = await callApi(house, people.manager, { method, path: paths[of], body });
    const { status, errors = [] } = problemOf(answer);
    expect(status).toBe(422);
    expect(errors.map(({ field }) => field).sort()).toEqual([...fields].sort());
  });
});
