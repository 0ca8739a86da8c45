import type { AnswerHoldingInput, TaskView } from '#board/api/tasks.ts';
import { missingEvidence } from '#board/effect-gate.ts';
import type { TaskState } from '#board/facts.ts';
import { afterHolding, mayAnswerHolding } from '#board/holding.ts';
import { nothingHere } from '../access/must.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { defined } from '../audit/what-changed.ts';
import { effectOf } from '../boards/facts.ts';
import { refreshTeamBoards } from '../boards/refresh-team-boards.ts';
import type { House, Tx } from '../house.ts';
import { logCheck } from '../learnings/log-check.ts';
import { mustLieAhead } from '../must-lie-ahead.ts';
import { Refusal } from '../refusal.ts';
import { addCheckReading } from './add-check-reading.ts';
import { cancelHolding } from './cancel-holding.ts';
import { mustBeCurrent } from './must-be-current.ts';
import { mustBeSameWay } from './must-be-same-way.ts';
import { mustOnTask } from './must-on-task.ts';
import { cameUpTo, freeze, predictionOf } from './prediction.ts';
import { saidOnly } from './said-only.ts';
import { newDays, taskChanges } from './task-changes.ts';
import type { Changeable } from './task-changes.ts';
import { updateTask } from './update-task.ts';
import type { TaskRow } from './view-task.ts';

type Check = TaskRow['holding'][number];

interface Answer extends AnswerHoldingInput {
  readonly reached: boolean | null;
  readonly at: Date;
}

/**
 * Says whether what worked still does. When every check of the round held the task is the standard;
 * a relapse brings it back to work, with everything that went before, and may say by when and what is
 * expected of the new round. [ACT-25] [ACT-26] [ACT-27] [ACT-30]
 */
export async function answerHolding(
  house: House,
  actor: Actor,
  { taskId, checkId }: { taskId: string; checkId: string },
  input: AnswerHoldingInput,
): Promise<TaskView> {
  const user = mustBeUser(actor);
  const task = await mustOnTask(house, actor, taskId, 'task.move');
  const check = task.holding.find(({ id }) => id === checkId);
  if (!check) throw nothingHere();
  mustBeCurrent(task, input.revision);
  mustBeOpen(task, check, input.held, house.clock());
  const anew = saidAnew(house, task, input);
  const missing = missingEvidence(effectOf(task), input);
  if (missing.length > 0) throw new Refusal('incomplete', 'Say what you saw.', missing);
  const answer: Answer = { ...input, reached: cameUpTo(task, input), at: house.clock() };
  const toCome = task.holding.filter((one) => one.result === null && one !== check).length;
  const state = afterHolding(input.held, toCome);
  const view = await updateTask(house, actor, task, {
    kind: 'holding',
    data: { state, ...anew, ...(input.held ? {} : freeze({ ...task, ...anew }, answer.at)) },
    event: { ...eventOf(task, check, answer, state), ...taskChanges(task, anew) },
    also: async (tx) => {
      await keepAnswer(tx, user, check, answer);
      await addCheckReading(tx, house, user, task, input);
      if (!input.held) await relapse(tx, user, task, answer);
    },
  });
  if (task.measureId !== null) await refreshTeamBoards(house, task.teamId);
  return view;
}

/** The days and the expectation of the round that a relapse begins; what held has none. [ACT-30] */
function saidAnew(
  house: House,
  task: TaskRow,
  { held, due, effect }: AnswerHoldingInput,
): Changeable {
  if (held && (due !== undefined || effect !== undefined)) {
    throw new Refusal('invalid', 'What holds goes on as it is.', [
      { field: due === undefined ? 'effect' : 'due', code: 'held', message: 'is for a relapse' },
    ]);
  }
  if (effect !== undefined) mustBeSameWay(task, effect, 'doing');
  const anew = defined<Changeable>({ due, ...effect });
  mustLieAhead(house, newDays(task, anew));
  return anew;
}

function mustBeOpen(task: TaskRow, check: Check, held: boolean, now: Date): void {
  if (check.result !== null || task.state !== 'effect_checked') {
    throw new Refusal('invalid', 'This check was answered before.', [
      { field: 'held', code: 'answered', message: 'was answered before' },
    ]);
  }
  if (!mayAnswerHolding(check.dueOn, held, now)) {
    throw new Refusal('invalid', 'That it held can be said from its day on.', [
      { field: 'held', code: 'too-early', message: `can be said from ${check.dueOn} on` },
    ]);
  }
}

function eventOf(task: TaskRow, check: Check, answer: Answer, state: TaskState) {
  const { held, reading, observation, note, reached } = answer;
  const { expected, observation: expectedWords } = predictionOf(task);
  return {
    ...saidOnly({ checkId: check.id, after: check.after, dueOn: check.dueOn, held }),
    ...saidOnly({ reading, observation, note, reached, expected, expectedWords }),
    ...(state === task.state ? {} : { state: { from: task.state, to: state } }),
  };
}

async function keepAnswer(tx: Tx, user: UserActor, { id }: Check, answer: Answer): Promise<void> {
  const { held, reading = null, observation = null, note = null, reached, at } = answer;
  const result = held ? 'held' : 'relapsed';
  await tx.holdingCheck.update({
    where: { id },
    data: { result, reading, observation, note, reached, doneAt: at, doneById: user.id },
  });
}

async function relapse(tx: Tx, user: UserActor, task: TaskRow, answer: Answer): Promise<void> {
  const { reading, observation, note, reached, at } = answer;
  await cancelHolding(tx, user, task.id, at);
  await logCheck(tx, {
    ...{ kind: 'relapse', task, user, at, reached, reading, observation },
    learned: note,
  });
}
