import type { TaskView } from '#board/api/tasks.ts';
import type { ConsentRound } from '#board/consent.ts';
import { BOARD_KEY, consentKey, measureKey, PEOPLE_KEY, taskKey } from '#board/facts.ts';
import type { BoardFact, MeasureFact, PeopleFact, TaskFact } from '#board/facts.ts';
import type { Mark } from '#board/marks.ts';
import { byName } from '#board/order.ts';
import type { BoardDocument } from '#board/document.ts';
import { equalityDeep } from 'lib0/function';
import type { Measure, Prisma, PrismaClient, Reading, Task, User } from '../db/generated/client.ts';
import { roundParts, viewRound } from '../consent/view-round.ts';
import type { Tx } from '../house.ts';
import { collectMarks } from '../reviews/collect-marks.ts';

type Fact = BoardFact | ConsentRound | MeasureFact | PeopleFact | TaskFact | readonly Mark[];

const READINGS_SHOWN = 60;

const recentReadings = {
  readings: {
    where: { withdrawn: null },
    orderBy: [{ at: 'desc' }, { createdAt: 'desc' }],
    take: READINGS_SHOWN,
  },
} satisfies Prisma.MeasureInclude;

/** Everything the database says that this board shows, under the keys of the `facts` root. [DOC-7] */
export async function collectFacts(
  db: PrismaClient | Tx,
  boardId: string,
): Promise<Map<string, Fact>> {
  const board = await db.board.findUniqueOrThrow({
    where: { id: boardId },
    include: {
      team: {
        include: {
          memberships: { include: { user: true } },
          measures: { include: recentReadings },
        },
      },
      consent: { include: roundParts, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] },
      tasks: { include: { owner: true, buddy: true, declinedBy: true } },
    },
  });
  const { team } = board;
  const people = team.memberships.map(({ user }) => ({ id: user.id, name: user.name }));
  return new Map<string, Fact>([
    [BOARD_KEY, { title: board.title, teamId: team.id, teamName: team.name }],
    [PEOPLE_KEY, people.sort(byName)],
    ...team.measures.map((measure) => [measureKey(measure.id), factOfMeasure(measure)] as const),
    // Of several rounds on one proposal the newest is shown.
    ...board.consent.map((round) => [consentKey(round.actionId), viewRound(round)] as const),
    ...board.tasks.map((task) => [taskKey(task.actionId), factOfTask(task)] as const),
    ...(await collectMarks(db, boardId)),
  ]);
}

/** What has to change in the document to show these facts; undefined when it shows them already. */
export function factsChange(
  board: BoardDocument,
  facts: ReadonlyMap<string, Fact>,
): ((board: BoardDocument) => void) | undefined {
  const gone = [...board.facts.keys()].filter((key) => !facts.has(key));
  const stale = [...facts].filter(([key, fact]) => !equalityDeep(board.facts.get(key), fact));
  if (gone.length === 0 && stale.length === 0) return undefined;
  return ({ facts: root }) => {
    for (const key of gone) root.delete(key);
    for (const [key, fact] of stale) root.set(key, fact);
  };
}

export function factOfTask(
  task: Task & { owner: User; buddy: User | null; declinedBy: User | null },
): TaskFact {
  const { id, actionId, title, owner, buddy, due, state, outcome, revision } = task;
  const declined = declinedOf(task);
  return {
    taskId: id,
    actionId,
    title,
    owner: { id: owner.id, name: owner.name },
    ...(buddy && { buddy: { id: buddy.id, name: buddy.name } }),
    due,
    effect: effectOf(task),
    state,
    outcome,
    revision,
    given: { by: task.givenById, at: task.givenAt.toISOString() },
    ...(declined && { declined }),
  };
}

/** Who did not take a task on, and why; null where nobody declined, or somebody took it over since. */
export function declinedOf({
  declinedBy,
  declinedReason,
}: Task & { declinedBy: User | null }): TaskView['declined'] {
  if (declinedBy === null || declinedReason === null) return null;
  return { by: { id: declinedBy.id, name: declinedBy.name }, reason: declinedReason };
}

/** How the task's effect will be seen, in the form that the document and the API use. */
export function effectOf({ measureId, expected, observation, checkOn }: Task): TaskFact['effect'] {
  return {
    ...(measureId === null ? {} : { measure: measureId }),
    ...(expected === null ? {} : { expected }),
    ...(observation === null ? {} : { observation }),
    checkOn,
  };
}

function factOfMeasure(measure: Measure & { readings: Reading[] }): MeasureFact {
  const { id, name, unit, direction, baseline, target, targetBy } = measure;
  const readings = measure.readings.map(({ at, value }) => ({ at, value })).reverse();
  const waits = measure.pendingId === null ? {} : { proposed: true as const };
  return { id, name, unit, direction, baseline, target, targetBy, ...waits, readings };
}
