import { reached } from '#board/effect-gate.ts';
import type { Seen } from '#board/effect-gate.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { TaskRow } from './view-task.ts';

type Expectation = Pick<TaskRow, 'expected' | 'observation' | 'checkOn'>;

/** What a task is checked against: what was expected when its work began. [ACT-22] */
export function predictionOf(task: TaskRow): Pick<Expectation, 'expected' | 'observation'> {
  if (task.frozenAt === null) return task;
  return { expected: task.frozenExpected, observation: task.frozenObservation };
}

/** Keeps what is expected now as what the round of work that begins will be checked against. [ACT-22] */
export function freeze(now: Expectation, at: Date): Prisma.TaskUncheckedUpdateManyInput {
  return {
    frozenAt: at,
    frozenExpected: now.expected,
    frozenObservation: now.observation,
    frozenCheckOn: now.checkOn,
  };
}

/** Nothing is kept: the work is still to begin. */
export const notBegun = {
  frozenAt: null,
  frozenExpected: null,
  frozenObservation: null,
  frozenCheckOn: null,
} satisfies Prisma.TaskUncheckedUpdateManyInput;

/** Whether the reading came up to the prediction; null for what is seen by an observation. [ACT-23] */
export function cameUpTo(task: TaskRow, { reading }: Seen): boolean | null {
  const { expected } = predictionOf(task);
  if (task.measure === null || expected === null || reading === undefined) return null;
  return reached(task.measure.direction, expected, reading);
}
