import type { HelpRequestView } from '#board/api/help.ts';
import type { Prisma } from '../db/generated/client.ts';
import { viewCard } from '../reviews/view-review.ts';
import { nameOf } from '../tasks/view-task.ts';
import { helpParts, viewHelp } from './view-help.ts';

/** What a query of requests has to include for `viewHelpRequest`. */
export const helpRequestParts = {
  board: true,
  askedBy: true,
  askedOf: true,
  help: { include: helpParts },
} satisfies Prisma.HelpRequestInclude;

export type HelpRequestRow = Prisma.HelpRequestGetPayload<{ include: typeof helpRequestParts }>;

export function viewHelpRequest(row: HelpRequestRow): HelpRequestView {
  const { id, board, text, by, askedBy, askedOf, createdAt, answeredAt, help } = row;
  return {
    ...{ id, boardId: board.id, boardTitle: board.title, teamId: board.teamId, text, by },
    card: viewCard(row),
    askedBy: nameOf(askedBy),
    askedOf: nameOf(askedOf),
    createdAt: createdAt.toISOString(),
    answer:
      row.answer === null || answeredAt === null
        ? null
        : { is: row.answer, text: row.answerText ?? '', at: answeredAt.toISOString() },
    help: help && viewHelp(help),
  };
}
