import type { HoldingCheckView, PredictionView, TaskView } from '#board/api/tasks.ts';
import { declinedOf, effectOf } from '../boards/facts.ts';
import type { Board, HoldingCheck, Measure, Prisma, Task, User } from '../db/generated/client.ts';

/** What a task query has to include for `viewTask`. */
export const taskParts = {
  board: true,
  owner: true,
  confirmedBy: true,
  givenBy: true,
  declinedBy: true,
  buddy: true,
  measure: true,
  holding: { include: { doneBy: true }, orderBy: [{ dueOn: 'asc' }, { after: 'asc' }] },
} satisfies Prisma.TaskInclude;

type HoldingRow = HoldingCheck & { doneBy: User | null };

export type TaskRow = Task & {
  board: Board;
  owner: User;
  confirmedBy: User;
  givenBy: User;
  declinedBy: User | null;
  buddy: User | null;
  measure: Measure | null;
  holding: HoldingRow[];
};

export function viewTask(task: TaskRow): TaskView {
  const { id, boardId, teamId, actionId, title, due, state, revision, measure } = task;
  const { outcome, reached, learned, tell, droppedReason } = task;
  return {
    id,
    boardId,
    boardTitle: task.board.title,
    teamId,
    actionId,
    title,
    owner: nameOf(task.owner),
    buddy: task.buddy && nameOf(task.buddy),
    due,
    effect: {
      ...effectOf(task),
      ...(measure && viewMeasure(measure)),
    },
    state,
    prediction: viewPrediction(task),
    outcome,
    reached,
    learned,
    tell,
    holdingChecks: task.holding.map(viewHolding),
    droppedReason,
    confirmedAt: task.confirmedAt.toISOString(),
    confirmedBy: nameOf(task.confirmedBy),
    givenBy: nameOf(task.givenBy),
    givenAt: task.givenAt.toISOString(),
    declined: declinedOf(task),
    revision,
  };
}

function viewMeasure({ name, unit, direction }: Measure): Partial<TaskView['effect']> {
  return { measureName: name, unit, direction };
}

function viewPrediction(task: TaskRow): PredictionView | null {
  const { frozenAt, frozenExpected, frozenObservation, frozenCheckOn, checkOn } = task;
  if (frozenAt === null) return null;
  return {
    ...(frozenExpected === null ? {} : { expected: frozenExpected }),
    ...(frozenObservation === null ? {} : { observation: frozenObservation }),
    checkOn: frozenCheckOn ?? checkOn,
    frozenAt: frozenAt.toISOString(),
  };
}

function viewHolding(check: HoldingRow): HoldingCheckView {
  const { id, after, dueOn, result, doneAt, doneBy, reading, observation, note, reached } = check;
  return {
    ...{ id, after, dueOn, result, reading, observation, note, reached },
    doneAt: doneAt?.toISOString() ?? null,
    doneBy: doneBy && nameOf(doneBy),
  };
}

export function nameOf({ id, name }: User): { id: string; name: string } {
  return { id, name };
}
