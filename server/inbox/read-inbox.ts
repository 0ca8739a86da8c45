import type { InboxView } from '#board/api/inbox.ts';
import { may } from '#board/access.ts';
import type { Actor } from '../auth/actor.ts';
import { mustBeUser } from '../auth/must-be-user.ts';
import { helpParts, viewHelp } from '../help/view-help.ts';
import { helpRequestParts, viewHelpRequest } from '../help/view-help-request.ts';
import type { House } from '../house.ts';
import { isOpenQuestion } from '../reviews/is-open-question.ts';
import { reviewParts, viewReview } from '../reviews/view-review.ts';
import { waitingBoards } from './waiting-boards.ts';
import { waitsForAnswer } from '../help/waits-for-answer.ts';

/** Answered questions that are shown. */
const ANSWERS = 20;

/** What waits for the asker as a manager or coach; empty for whoever is neither anywhere. [REV-6] */
export async function readInbox(house: House, actor: Actor): Promise<InboxView> {
  const user = mustBeUser(actor);
  const { db } = house;
  const memberships = await db.membership.findMany({ where: { userId: user.id } });
  const teamIds = memberships
    .filter(({ role }) => may([role], 'snapshot.review'))
    .map(({ teamId }) => teamId);
  const board = { teamId: { in: teamIds }, binnedAt: null };
  const requests = await db.helpRequest.findMany({
    where: { board, askedOfId: user.id, ...waitsForAnswer },
    include: helpRequestParts,
    orderBy: [{ by: 'asc' }, { createdAt: 'asc' }],
  });
  const help = await db.help.findMany({
    where: { board, byId: user.id, state: 'open' },
    include: helpParts,
    orderBy: [{ due: 'asc' }, { createdAt: 'asc' }],
  });
  const questions = await db.review.findMany({
    where: { authorId: user.id, kind: 'question', snapshot: { board }, replies: { some: {} } },
    include: { ...reviewParts, snapshot: { include: { board: true } } },
    orderBy: { createdAt: 'desc' },
    take: ANSWERS,
  });
  return {
    boards: await waitingBoards(db, teamIds),
    requests: requests.map(viewHelpRequest),
    answers: questions
      .filter((question) => !isOpenQuestion(question))
      .map((question) => ({
        snapshotId: question.snapshotId,
        boardId: question.snapshot.board.id,
        boardTitle: question.snapshot.board.title,
        review: viewReview(question),
      })),
    help: help.map(viewHelp),
  };
}
