import { actionView, boardView, newInviteView } from '#board/api/boards.ts';
import { mailView } from '#board/api/mail.ts';
import { listOf } from '#board/api/problem.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { taskView } from '#board/api/tasks.ts';
import { newMemberView } from '#board/api/teams.ts';
import type { AppProcess } from '../support/app-process.ts';
import { setUpServer } from '../support/rest-client.ts';
import type { RestClient } from '../support/rest-client.ts';

/** Realistic content by REST; the paths of every page there is. */
export async function fill(app: AppProcess, locale: string) {
  const { rest, userId, teamId } = await setUpServer(app.url);
  await rest.call('PATCH', '/me', { locale: locale.slice(0, 2) });
  const board = await rest.post(
    `/teams/${teamId}/boards`,
    { title: 'Kortere wachttijd aan de balie', template: 'example' },
    boardView,
  );
  const { actionId } = await rest.post(
    `/boards/${board.id}/actions`,
    {
      title: 'De brievencontrole van 15.00 uur op de sluitlijst zetten',
      owner: userId,
      due: '2027-01-08',
      effect: { observation: 'Twee weken lang elke brief op tijd', checkOn: '2027-01-22' },
    },
    actionView,
  );
  const task = await rest.post(
    `/boards/${board.id}/actions/${actionId}/confirm`,
    undefined,
    taskView,
  );
  const snapshot = await rest.post(
    `/boards/${board.id}/snapshots`,
    { title: 'Start' },
    snapshotView,
  );
  const member = await rest.post(
    `/teams/${teamId}/members`,
    { email: 'sanne@example.org', name: 'Sanne Visser' },
    newMemberView,
  );
  const invite = await rest.post(`/boards/${board.id}/invites`, { access: 'write' }, newInviteView);
  const unsubscribe = await unsubscribePath(rest);
  return {
    open: {
      unsubscribe,
      'sign-in': '/sign-in',
      join: new URL(invite.url).pathname,
      welcome: new URL(member.welcomeUrl ?? app.url).pathname,
      missing: '/nowhere',
    },
    signedIn: {
      home: '/',
      team: `/teams/${teamId}`,
      members: `/teams/${teamId}/members`,
      measures: `/teams/${teamId}/measures`,
      'team-tasks': `/teams/${teamId}/tasks`,
      bin: `/teams/${teamId}/bin`,
      tasks: '/tasks',
      task: `/tasks/${task.id}`,
      'task-done': `/tasks/${task.id}?do=done`,
      'task-day': `/tasks/${task.id}?do=day`,
      board: `/boards/${board.id}`,
      'board-list': `/boards/${board.id}`,
      history: `/boards/${board.id}/history`,
      'snapshot-1': `/snapshots/${snapshot.id}`,
      settings: '/settings',
      outbox: '/outbox',
    },
  };
}

/** Where the link leads that ends the mails about new actions, as the mail about one has it. */
async function unsubscribePath(rest: RestClient): Promise<string> {
  const { items } = await rest.get('/outbox', listOf(mailView));
  const link = items[0]?.headers['List-Unsubscribe'] ?? '';
  return new URL(link.slice(1, -1)).pathname;
}
