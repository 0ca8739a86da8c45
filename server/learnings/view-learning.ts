import type { LearningView } from '#board/api/learnings.ts';
import type { Board, Learning, Prisma, Team, User } from '../db/generated/client.ts';
import { nameOf } from '../tasks/view-task.ts';

/** What a query of the log has to include for `viewLearning`. */
export const learningParts = { team: true, board: true, by: true } satisfies Prisma.LearningInclude;

export function viewLearning(row: Learning & { team: Team; board: Board; by: User }): LearningView {
  const { id, kind, at, teamId, boardId, taskId, title, reached, outcome, learned, tell } = row;
  return {
    ...{ id, kind, teamId, boardId, taskId, title, reached, outcome, learned, tell },
    at: at.toISOString(),
    by: nameOf(row.by),
    teamName: row.team.name,
    boardTitle: row.board.title,
    cycle: row.cycleNumber,
    measure: row.measureName === null ? null : { name: row.measureName, unit: row.unit ?? '' },
    expected: said(row.expectedValue, row.expectedWords),
    happened: said(row.happenedValue, row.happenedWords),
  };
}

function said(value: number | null, words: string | null): LearningView['expected'] {
  return { ...(value === null ? {} : { value }), ...(words === null ? {} : { words }) };
}
