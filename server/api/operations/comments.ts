import * as comments from '#board/api/comments.ts';
import { addComment } from '../../comments/add-comment.ts';
import { changeComment } from '../../comments/change-comment.ts';
import { removeComment } from '../../comments/remove-comment.ts';
import { operation } from '../operation.ts';

const tag = 'Tasks';

export const commentOperations = [
  operation({
    tag,
    method: 'POST',
    path: '/tasks/:taskId/comments',
    summary: 'Say something about a task; @{id} names a person of the team',
    status: 201,
    body: comments.addCommentInput,
    view: comments.commentView,
    run: ({ house, actor, param, body, locale }) =>
      addComment(house, actor, { taskId: param('taskId'), locale }, body),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/comments/:commentId',
    summary: 'Say my comment in other words',
    status: 200,
    body: comments.changeCommentInput,
    view: comments.commentView,
    run: ({ house, actor, param, body, locale }) =>
      changeComment(house, actor, { commentId: param('commentId'), locale }, body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/comments/:commentId',
    summary: 'Take my comment back',
    status: 204,
    run: ({ house, actor, param }) => removeComment(house, actor, param('commentId')),
  }),
];
