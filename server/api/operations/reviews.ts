import { helpView, helpRequestView } from '#board/api/help.ts';
import * as help from '#board/api/help.ts';
import { inboxView, waitingBoard } from '#board/api/inbox.ts';
import { listOf } from '#board/api/problem.ts';
import * as reviews from '#board/api/reviews.ts';
import { answerHelpRequest } from '../../help/answer-help-request.ts';
import { askForHelp } from '../../help/ask-for-help.ts';
import { changeHelp } from '../../help/change-help.ts';
import { listHelp, listHelpRequests } from '../../help/list-help.ts';
import { withdrawHelpRequest } from '../../help/withdraw-help-request.ts';
import { readInbox } from '../../inbox/read-inbox.ts';
import { listWaitingBoards } from '../../inbox/waiting-boards.ts';
import { addReply } from '../../reviews/add-reply.ts';
import { addReview } from '../../reviews/add-review.ts';
import { operation } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Reviews';

export const reviewOperations = [
  operation({
    tag,
    method: 'POST',
    path: '/snapshots/:snapshotId/reviews',
    summary: 'Answer a snapshot or one card of it: thanks, a question, or help by a date',
    status: 201,
    body: reviews.addReviewInput,
    view: reviews.reviewView,
    run: ({ house, actor, param, body }) => addReview(house, actor, param('snapshotId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/reviews/:reviewId/replies',
    summary: 'Say something back to an answer',
    status: 201,
    body: reviews.addReplyInput,
    view: reviews.reviewView,
    run: ({ house, actor, param, body, locale }) =>
      addReply(house, actor, { reviewId: param('reviewId'), locale }, body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/help',
    summary: 'What managers and coaches promised for a board, newest first',
    status: 200,
    view: listOf(helpView),
    run: async ({ house, actor, param }) =>
      wholeList(await listHelp(house, actor, param('boardId'))),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/help/:helpId',
    summary: 'Give help of my own another day, or say that it is done or not to be',
    status: 200,
    body: help.changeHelpInput,
    view: helpView,
    run: ({ house, actor, param, body }) => changeHelp(house, actor, param('helpId'), body),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/help-requests',
    summary: 'What was asked of managers and coaches for a board, newest first',
    status: 200,
    view: listOf(helpRequestView),
    run: async ({ house, actor, param }) =>
      wholeList(await listHelpRequests(house, actor, param('boardId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/help-requests',
    summary: 'Ask a manager or coach for help with a card or the board, to be answered by a day',
    status: 201,
    body: help.askForHelpInput,
    view: helpRequestView,
    run: ({ house, actor, param, body, locale }) =>
      askForHelp(house, actor, { boardId: param('boardId'), locale }, body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/help-requests/:requestId/answer',
    summary: 'Answer what was asked of me: help by a date, or why not now',
    status: 200,
    body: help.answerHelpRequestInput,
    view: helpRequestView,
    run: ({ house, actor, param, body, locale }) =>
      answerHelpRequest(house, actor, { requestId: param('requestId'), locale }, body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/help-requests/:requestId',
    summary: 'Take back what I asked and nobody answered',
    status: 204,
    run: ({ house, actor, param }) => withdrawHelpRequest(house, actor, param('requestId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/teams/:teamId/waiting',
    summary: 'Boards with snapshots that nobody answered, longest waiting first',
    status: 200,
    view: listOf(waitingBoard),
    run: async ({ house, actor, param }) =>
      wholeList(await listWaitingBoards(house, actor, param('teamId'))),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/inbox',
    summary: 'What waits for me as a manager or coach',
    status: 200,
    view: inboxView,
    run: ({ house, actor }) => readInbox(house, actor),
  }),
];
