import { expect, it } from 'vitest';
import { askedStep, askedSteps } from '#components/tasks/asked-steps.ts';

it('[MAIL-7] a link asks for a step that we know, or for nothing', () => {
  for (const step of askedSteps) expect(askedStep(step)).toBe(step);
  for (const other of [undefined, '', 'drop', 'done ', ['done'], ['done', 'day']])
    expect(askedStep(other)).toBeNull();
});
