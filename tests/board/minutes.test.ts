import { describe, expect, it } from 'vitest';
import { netSteps } from '#board/net-steps.ts';
import type { MinutedTask, StepTaken } from '#board/net-steps.ts';

const task: MinutedTask = {
  ...{ id: 'task', title: 'Brief herschrijven', owner: 'Sanne', due: '2027-02-01' },
  ...{ measure: null, unit: null, expected: null, observation: 'Niemand belt' },
  checkOn: '2027-03-01',
};
const step = (kind: string, data: unknown): StepTaken => ({
  ...{ task, kind, data },
  nameOf: (id) => `naam van ${id}`,
});
const state = (from: string, to: string, more: object = {}) =>
  step('changed', { state: { from, to }, ...more });

describe('what came of the steps on a promise', () => {
  it('is where it ended, not how it went there [MEET-8]', () => {
    const { steps } = netSteps([state('agreed', 'doing'), state('doing', 'done')]);
    expect(steps).toEqual([
      { title: 'Brief herschrijven', owner: 'Sanne', from: 'agreed', to: 'done' },
    ]);
  });

  it('is nothing when it went to and fro [MEET-8]', () => {
    const moved = [
      state('agreed', 'doing'),
      state('doing', 'agreed'),
      step('changed', { due: { from: '2027-01-01', to: '2027-01-08' }, reason: 'ziek' }),
      step('changed', { due: { from: '2027-01-08', to: '2027-01-01' } }),
    ];
    const { agreed, steps, dues, droppedPromises } = netSteps(moved);
    expect([agreed, steps, dues, droppedPromises].flat()).toEqual([]);
  });

  it('is dropped with the reason, and no step besides [MEET-8]', () => {
    const { steps, droppedPromises } = netSteps([
      state('agreed', 'doing'),
      state('doing', 'dropped', { reason: 'Te duur' }),
    ]);
    expect(steps).toEqual([]);
    expect(droppedPromises).toEqual([
      { title: 'Brief herschrijven', promised: true, reason: 'Te duur' },
    ]);
  });

  it('tells who handed it to whom, and what a relapse brought back [MEET-8]', () => {
    const { handedOver, holding, steps } = netSteps([
      step('changed', { ownerId: { from: 'a', to: 'b' } }),
      step('holding', {
        ...{ held: false, after: 30, note: 'De map is zoek' },
        state: { from: 'effect_checked', to: 'doing' },
      }),
    ]);
    expect(handedOver).toEqual([
      { title: 'Brief herschrijven', from: 'naam van a', to: 'naam van b' },
    ]);
    expect(holding).toMatchObject([{ held: false, after: 30, note: 'De map is zoek' }]);
    expect(steps).toMatchObject([{ from: 'effect_checked', to: 'doing' }]);
  });

  it('leaves out what no event of ours says [MEET-8]', () => {
    const odd = [step('changed', { state: 'king', due: 5 }), step('effect', { outcome: 'great' })];
    expect(Object.values(netSteps(odd)).flat()).toEqual([]);
  });
});
