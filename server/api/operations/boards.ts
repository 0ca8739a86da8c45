import * as boards from '#board/api/boards.ts';
import { listOf } from '#board/api/problem.ts';
import { taskView } from '#board/api/tasks.ts';
import { projection } from '#board/projection.ts';
import { confirmAction } from '../../actions/confirm-action.ts';
import { proposeAction } from '../../actions/propose-action.ts';
import { addInvite } from '../../boards/add-invite.ts';
import { addNote } from '../../boards/add-note.ts';
import { binBoard } from '../../boards/bin-board.ts';
import { changeBoard } from '../../boards/change-board.ts';
import { joinBoard } from '../../boards/join-board.ts';
import { listInvites } from '../../boards/list-invites.ts';
import { readBoard } from '../../boards/read-board.ts';
import { readDocument } from '../../boards/read-document.ts';
import { restoreBoard } from '../../boards/restore-board.ts';
import { revokeInvite } from '../../boards/revoke-invite.ts';
import { guestCookie } from '../guest-cookie.ts';
import { operation, Reply } from '../operation.ts';
import { wholeList } from '../whole-list.ts';

const tag = 'Boards';

export const boardOperations = [
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId',
    summary: 'A board',
    status: 200,
    view: boards.boardView,
    run: ({ house, actor, param }) => readBoard(house, actor, param('boardId')),
  }),
  operation({
    tag,
    method: 'PATCH',
    path: '/boards/:boardId',
    summary: 'Rename a board',
    status: 200,
    body: boards.changeBoardInput,
    view: boards.boardView,
    run: ({ house, actor, param, body }) => changeBoard(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/boards/:boardId',
    summary: 'Move a board to the bin, where it stays for 30 days',
    status: 204,
    run: ({ house, actor, param }) => binBoard(house, actor, param('boardId')),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/restore',
    summary: 'Take a board out of the bin',
    status: 200,
    view: boards.boardView,
    run: ({ house, actor, param }) => restoreBoard(house, actor, param('boardId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/document',
    summary: 'What is on the board now, as plain JSON',
    status: 200,
    view: projection,
    run: ({ house, actor, param }) => readDocument(house, actor, param('boardId')),
  }),
  operation({
    tag,
    method: 'GET',
    path: '/boards/:boardId/invites',
    summary: 'Invite links that still hold',
    status: 200,
    view: listOf(boards.inviteView),
    run: async ({ house, actor, param }) =>
      wholeList(await listInvites(house, actor, param('boardId'))),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/invites',
    summary: 'Make an invite link, shown once',
    status: 201,
    secret: true,
    body: boards.addInviteInput,
    view: boards.newInviteView,
    run: ({ house, actor, param, body }) => addInvite(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'DELETE',
    path: '/boards/:boardId/invites/:inviteId',
    summary: 'End an invite link; whoever came by it leaves',
    status: 204,
    run: ({ house, actor, param }) =>
      revokeInvite(house, actor, { boardId: param('boardId'), inviteId: param('inviteId') }),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/join',
    summary: 'Open an invite link; a guest gets a cookie',
    status: 201,
    open: true,
    secret: true,
    body: boards.joinInput,
    view: boards.joinView,
    run: async ({ house, actor, body }) => {
      const { view, guestSecret } = await joinBoard(house, actor, body);
      const cookie =
        guestSecret === null ? {} : { 'set-cookie': guestCookie(guestSecret, house.env.publicUrl) };
      return new Reply(view, { headers: cookie });
    },
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/notes',
    summary: 'Put a note on a canvas',
    status: 201,
    body: boards.addNoteInput,
    view: boards.noteView,
    run: ({ house, actor, param, body }) => addNote(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/actions',
    summary: 'Propose an action',
    status: 201,
    body: boards.proposeActionInput,
    view: boards.actionView,
    run: ({ house, actor, param, body }) => proposeAction(house, actor, param('boardId'), body),
  }),
  operation({
    tag,
    method: 'POST',
    path: '/boards/:boardId/actions/:actionId/confirm',
    summary: 'Make a proposal a task; 200 when it was one already, 422 names what is missing',
    status: 201,
    view: taskView,
    run: async ({ house, actor, param, locale }) => {
      const keys = { boardId: param('boardId'), actionId: param('actionId') };
      const { task, made } = await confirmAction(house, actor, keys, locale);
      return new Reply(task, made ? {} : { status: 200 });
    },
  }),
];
