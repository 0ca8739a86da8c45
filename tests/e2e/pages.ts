import { actionView, boardView, newInviteView } from '#board/api/boards.ts';
import { mailView } from '#board/api/mail.ts';
import { meetingView } from '#board/api/meetings.ts';
import { measureView } from '#board/api/measures.ts';
import { listOf } from '#board/api/problem.ts';
import { projection } from '#board/projection.ts';
import { reviewView } from '#board/api/reviews.ts';
import { newShareView } from '#board/api/shares.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { targetView } from '#board/api/targets.ts';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { newMemberView } from '#board/api/teams.ts';
import { newWebhookView } from '#board/api/webhooks.ts';
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
  const worked = await workedTask(rest, board.id, userId);
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
  await answerSnapshot(rest, { boardId: board.id, snapshotId: snapshot.id });
  const measureId = await furnishMeasure(rest, { teamId, boardId: board.id });
  const webhook = await rest.post(
    `/teams/${teamId}/webhooks`,
    { address: 'https://hooks.invalid/verbeterbord', events: ['task.confirmed', 'reading.added'] },
    newWebhookView,
  );
  await rest.call('POST', `/webhooks/${webhook.id}/test`);
  for (const text of ['Zie https://example.org/lijst.', `Lukt dit, @{${userId}}?`])
    await rest.call('POST', `/tasks/${task.id}/comments`, { text });
  const meetingId = await heldMeeting(rest, board.id);
  const invite = await rest.post(`/boards/${board.id}/invites`, { access: 'write' }, newInviteView);
  const share = await rest.post(
    `/snapshots/${snapshot.id}/shares`,
    { expiresAt: new Date(Date.now() + 7 * 24 * 3600_000).toISOString() },
    newShareView,
  );
  const unsubscribe = await unsubscribePath(rest);
  return {
    rest,
    open: {
      unsubscribe,
      'sign-in': '/sign-in',
      join: new URL(invite.url).pathname,
      shared: new URL(share.url).pathname,
      'shared-ended': '/shared/ended',
      welcome: new URL(member.welcomeUrl ?? app.url).pathname,
      missing: '/nowhere',
    },
    signedIn: {
      home: '/',
      team: `/teams/${teamId}`,
      members: `/teams/${teamId}/members`,
      measures: `/teams/${teamId}/measures`,
      measure: `/measures/${measureId}`,
      'team-tasks': `/teams/${teamId}/tasks`,
      webhooks: `/teams/${teamId}/webhooks`,
      webhook: `/teams/${teamId}/webhooks/${webhook.id}`,
      bin: `/teams/${teamId}/bin`,
      tasks: '/tasks',
      'task-columns': '/tasks?view=board',
      'team-task-columns': `/teams/${teamId}/tasks?view=board`,
      task: `/tasks/${task.id}`,
      'task-worked': `/tasks/${worked.id}`,
      glance: '/glance',
      inbox: '/inbox',
      learned: '/learned',
      'learned-nothing': '/learned?q=zebra',
      'task-done': `/tasks/${task.id}?do=done`,
      'task-day': `/tasks/${task.id}?do=day`,
      board: `/boards/${board.id}`,
      'board-list': `/boards/${board.id}`,
      history: `/boards/${board.id}/history`,
      meetings: `/boards/${board.id}/meetings`,
      minutes: `/meetings/${meetingId}`,
      'snapshot-1': `/snapshots/${snapshot.id}`,
      settings: '/settings',
      outbox: '/outbox',
    },
  };
}

/** A question about a card that somebody answered, help by a day, and a board that waits for more. */
async function answerSnapshot(
  rest: RestClient,
  { boardId, snapshotId }: { boardId: string; snapshotId: string },
): Promise<void> {
  const { notes } = await rest.get(`/snapshots/${snapshotId}/document`, projection);
  const path = `/snapshots/${snapshotId}/reviews`;
  const text = 'Wat kost het om dit een maand lang bij iedere patiënt te doen?';
  const card = notes.at(0)?.id;
  const { id } = await rest.post(path, { kind: 'question', text, card }, reviewView);
  await rest.post(`/reviews/${id}/replies`, { text: 'Ongeveer een uur per week.' }, reviewView);
  const help = { kind: 'help', text: 'Ik spreek de telefooncentrale.', by: '2099-01-08' };
  await rest.post(path, help, reviewView);
  await rest.post(`/boards/${boardId}/snapshots`, { title: 'Tweede week' }, snapshotView);
}

/** A meeting that closed with something undecided. */
async function heldMeeting(rest: RestClient, boardId: string): Promise<string> {
  const { id } = await rest.post(`/boards/${boardId}/meetings`, {}, meetingView);
  await promise(rest, boardId, { title: 'Mappen op kleur sorteren', measure: null, states: [] });
  const override = 'Het brandalarm ging, we gaan donderdag verder';
  await rest.post(`/meetings/${id}/close`, { nextOn: '2099-01-08', override }, meetingView);
  return id;
}

/** A task that is to be looked at again, with everything that its story can show. */
async function workedTask(rest: RestClient, boardId: string, owner: string): Promise<TaskView> {
  const { actionId } = await rest.post(
    `/boards/${boardId}/actions`,
    {
      title: 'Patiënten een dag van tevoren bellen',
      owner,
      due: '2026-12-18',
      effect: { observation: 'Aan de balie staat om 9.00 uur niemand', checkOn: '2027-01-15' },
    },
    actionView,
  );
  const path = `/boards/${boardId}/actions/${actionId}/confirm`;
  let task = await rest.post(path, undefined, taskView);
  const change = async (more: object) => {
    const body = { revision: task.revision, ...more };
    task = await rest.patch(`/tasks/${task.id}`, body, taskView);
  };
  await change({ due: '2027-01-08', reason: 'De telefooncentrale is dicht tot na de feestdagen' });
  await change({ state: 'doing' });
  await change({ effect: { observation: 'Aan de balie staan om 9.00 uur hoogstens drie mensen' } });
  await change({ state: 'done' });
  return rest.post(
    `/tasks/${task.id}/effect`,
    {
      outcome: 'worked',
      observation: 'Twee weken lang hoogstens één wachtende om 9.00 uur',
      learned: 'Bellen werkt beter dan een brief: mensen stellen hun vraag meteen.',
      tell: 'De polikliniek op de derde verdieping',
    },
    taskView,
  );
}

/** The example's measure with all that its page can show: a correction, actions that moved it, and proposals. */
async function furnishMeasure(
  rest: RestClient,
  { teamId, boardId }: { teamId: string; boardId: string },
): Promise<string> {
  const { items } = await rest.get(`/teams/${teamId}/measures`, listOf(measureView));
  const [measure] = items;
  const [reading] = measure?.readings.slice(-3) ?? [];
  if (!measure || !reading) throw new Error('the example has no measure');
  const path = `/measures/${measure.id}`;
  await rest.call('PATCH', `${path}/readings/${reading.id}`, {
    revision: 1,
    value: reading.value + 1,
    reason: 'Een dag te weinig meegeteld',
  });
  for (const [title, ...states] of [
    ['Brieven op maandag klaarleggen', 'doing', 'done'],
    ['Tweede balie open tussen 9 en 11', 'doing'],
    ['Oproepbrief herschrijven'],
  ])
    await promise(rest, boardId, { title: title ?? '', measure: measure.id, states });
  const by = '2027-03-31';
  const first = { value: 2, by, why: 'Dan redt iedereen de trein van half zes.' };
  const { id } = await rest.post(`${path}/targets`, first, targetView);
  const why = 'Twee lukt niet zonder tweede balie; drie wel, en dat scheelt al een kwartier.';
  const second = { answer: 'counter', value: 3, by, why };
  await rest.post(`${path}/targets/${id}/answer`, second, targetView);
  return measure.id;
}

async function promise(
  rest: RestClient,
  boardId: string,
  { title, measure, states }: { title: string; measure: string | null; states: readonly string[] },
): Promise<void> {
  const checkOn = '2027-01-22';
  const effect =
    measure === null
      ? { observation: 'Niemand zoekt meer', checkOn }
      : { measure, expected: 3, checkOn };
  const action = { title, owner: 'me', due: '2027-01-08', effect };
  const { actionId } = await rest.post(`/boards/${boardId}/actions`, action, actionView);
  const path = `/boards/${boardId}/actions/${actionId}/confirm`;
  let task = await rest.post(path, undefined, taskView);
  for (const state of states)
    task = await rest.patch(`/tasks/${task.id}`, { revision: task.revision, state }, taskView);
}

/** Where the link leads that ends the mails about new actions, as the mail about one has it. */
async function unsubscribePath(rest: RestClient): Promise<string> {
  const { items } = await rest.get('/outbox', listOf(mailView));
  const link = items[0]?.headers['List-Unsubscribe'] ?? '';
  return new URL(link.slice(1, -1)).pathname;
}
