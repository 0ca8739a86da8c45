import { expect, test } from 'vitest';
import { attentionOf, byNeed } from '#board/attention.ts';

const calm = {
  promises: { due: 0, kept: 0, late: 0 },
  effects: { worked: 0, partly: 0, didnt: 0, waiting: 3, toCheck: 0 },
  requests: 0,
  unanswered: { count: 0, oldest: null },
  metDaysAgo: 7,
};

test('[GLANCE-4] a team needs attention for reasons that can be said in words', () => {
  expect(attentionOf(calm)).toEqual([]);
  expect(attentionOf({ ...calm, metDaysAgo: null })).toEqual([]);
  const pressed = {
    promises: { due: 5, kept: 1, late: 3 },
    effects: { ...calm.effects, toCheck: 2 },
    requests: 2,
    unanswered: { count: 1, oldest: { snapshotId: 'a', days: 12 } },
    metDaysAgo: 29,
  };
  expect(attentionOf(pressed)).toEqual([
    { is: 'late', count: 3 },
    { is: 'to-check', count: 2 },
    { is: 'asked', count: 2 },
    { is: 'unanswered', count: 1, days: 12 },
    { is: 'quiet', days: 29 },
  ]);
});

test('[GLANCE-4] teams stand by what presses, never by how much of it', () => {
  const team = (
    teamName: string,
    ...attention: Parameters<typeof byNeed>[0][number]['attention']
  ) => ({
    teamName,
    attention,
  });
  const teams = [
    team('Calm'),
    team('Quiet', { is: 'quiet', days: 90 }),
    team('Zeer laat', { is: 'late', count: 1 }),
    team('Balie', { is: 'to-check', count: 9 }, { is: 'quiet', days: 60 }),
    team('Apotheek', { is: 'late', count: 1 }),
    team('Bed', { is: 'late', count: 40 }),
  ];
  expect(byNeed(teams).map(({ teamName }) => teamName)).toEqual([
    'Apotheek',
    'Bed',
    'Zeer laat',
    'Balie',
    'Quiet',
    'Calm',
  ]);
});
