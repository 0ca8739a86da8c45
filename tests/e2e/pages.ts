import { actionView, boardView, newInviteView } from '#board/api/boards.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { taskView } from '#board/api/tasks.ts';
import { newMemberView } from '#board/api/teams.ts';
import { newWebhookView } from '#board/api/webhooks.ts';
import type { AppProcess } from '../support/app-process.ts';
import { setUpServer } from '../support/rest-client.ts';

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
  const webhook = await rest.post(
    `/teams/${teamId}/webhooks`,
    { address: 'https://hooks.invalid/verbeterbord', events: ['task.confirmed', 'reading.added'] },
    newWebhookView,
  );
  await rest.call('POST', `/webhooks/${webhook.id}/test`);
  for (const text of ['Zie https://example.org/lijst.', `Lukt dit, @{${userId}}?`])
    await rest.call('POST', `/tasks/${task.id}/comments`, { text });
  const invite = await rest.post(`/boards/${board.id}/invites`, { access: 'write' }, newInviteView);
  return {
    open: {
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
      webhooks: `/teams/${teamId}/webhooks`,
      webhook: `/teams/${teamId}/webhooks/${webhook.id}`,
      bin: `/teams/${teamId}/bin`,
      tasks: '/tasks',
      'task-columns': '/tasks?view=board',
      'team-task-columns': `/teams/${teamId}/tasks?view=board`,
      task: `/tasks/${task.id}`,
      board: `/boards/${board.id}`,
      'board-list': `/boards/${board.id}`,
      history: `/boards/${board.id}/history`,
      'snapshot-1': `/snapshots/${snapshot.id}`,
      settings: '/settings',
      outbox: '/outbox',
    },
  };
}
