import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actionView, boardView, newInviteView, noteView } from '#board/api/boards.ts';
import { measureView, readingView } from '#board/api/measures.ts';
import { welcomeView } from '#board/api/people.ts';
import { listOf } from '#board/api/problem.ts';
import { reviewView } from '#board/api/reviews.ts';
import { snapshotView } from '#board/api/snapshots.ts';
import { newMemberView } from '#board/api/teams.ts';
import { taskView } from '#board/api/tasks.ts';
import { addAction, changeAction } from '#board/actions.ts';
import { boardDocument, readTask } from '#board/document.ts';
import { meaningDiff } from '#board/diff.ts';
import { addNote } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { projection } from '#board/projection.ts';
import type { WebsocketProvider } from 'y-websocket';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { setUpServer } from '../support/rest-client.ts';
import type { RestClient } from '../support/rest-client.ts';
import { stockClient } from '../support/sync.ts';

let app: AppProcess;
const clients: WebsocketProvider[] = [];

beforeAll(async () => {
  app = await startApp({ dataDir: await copyDataDirTemplate() });
}, 120_000);

afterAll(async () => {
  for (const client of clients) client.destroy();
  await app.stop();
  await removeDataDir(app.dataDir);
});

/** "A week with it" without a browser: REST, and a y-websocket client as it comes from npm. */
it('does the main job by REST and a stock y-websocket client with a bearer token', async () => {
  const { rest: marieke, token, userId, teamId } = await setUpServer(app.url);
  const { rest: sanne, token: sannesToken, userId: sanneId } = await welcome(marieke, teamId);

  const board = await marieke.post(
    `/teams/${teamId}/boards`,
    { title: 'Kortere wachttijd', template: 'improvement-cycle' },
    boardView,
  );
  const measure = await marieke.post(
    `/teams/${teamId}/measures`,
    { name: 'Wachttijd', unit: 'min', direction: 'down', baseline: 22, target: 10 },
    measureView,
  );
  await sanne.post(
    `/measures/${measure.id}/readings`,
    { at: '2026-11-20', value: 17 },
    readingView,
  );

  const one = connect(board.id, token);
  const two = connect(board.id, sannesToken);
  await vi.waitFor(() => expect([one.synced, two.synced]).toEqual([true, true]), 10_000);
  const author = { by: userId, byName: 'Marieke', at: '2026-11-23T09:00:00.000Z' };
  one.doc.transact(() =>
    addNote(
      boardDocument(one.doc),
      { id: 'shape:mine', canvas: 'pdca', text: 'Brieven ontbreken' },
      author,
    ),
  );
  const note = await sanne.post(
    `/boards/${board.id}/notes`,
    { canvas: 'pdca', text: 'Eén balie' },
    noteView,
  );
  await vi.waitFor(async () => {
    const { notes } = await marieke.get(`/boards/${board.id}/document`, projection);
    expect(notes.map(({ text }) => text).sort()).toEqual(['Brieven ontbreken', 'Eén balie']);
  }, 5_000);
  await vi.waitFor(() => expect(boardDocument(two.doc).records.has(note.id)).toBe(true), 5_000);

  // Proposed in one client, filled in by the other, confirmed by both at once.
  const proposal = boardDocument(one.doc);
  one.doc.transact(() =>
    addAction(proposal, {
      id: 'action-1',
      title: 'Brieven een dag eerder nakijken',
      owner: null,
      due: null,
      effect: {},
      rung: 'proposal',
      by: userId,
      at: author.at,
    }),
  );
  const refused = await vi.waitFor(async () => {
    const answer = await marieke.call('POST', `/boards/${board.id}/actions/action-1/confirm`);
    expect(answer.status).toBe(422);
    return answer.body as { errors: { field: string }[] };
  }, 5_000);
  expect(refused.errors.map(({ field }) => field)).toEqual([
    'owner',
    'due',
    'effect',
    'effect.checkOn',
  ]);
  const filledIn = boardDocument(two.doc);
  await vi.waitFor(() => expect(filledIn.actions.has('action-1')).toBe(true), 5_000);
  two.doc.transact(() =>
    changeAction(filledIn, 'action-1', {
      owner: { id: sanneId, name: 'Sanne' },
      due: '2026-12-04',
      effect: { measure: measure.id, expected: 12, checkOn: '2026-12-18' },
    }),
  );
  const task = await vi.waitFor(async () => {
    const answers = await Promise.all(
      [marieke, sanne].map((person) =>
        person.call('POST', `/boards/${board.id}/actions/action-1/confirm`),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    return taskView.parse(answers[0]?.body);
  }, 5_000);

  // On the task list and on the board, within two seconds, both ways.
  const mine = await sanne.get('/tasks?owner=me', listOf(taskView));
  expect(mine.items.map(({ id }) => id)).toEqual([task.id]);
  await vi.waitFor(() => expect(readTask(proposal, 'action-1')?.state).toBe('agreed'), 2_000);
  const doing = await sanne.patch(
    `/tasks/${task.id}`,
    { revision: task.revision, state: 'doing' },
    taskView,
  );
  await vi.waitFor(() => expect(readTask(proposal, 'action-1')?.state).toBe('doing'), 2_000);
  const stale = await marieke.call('PATCH', `/tasks/${task.id}`, {
    revision: task.revision,
    state: 'done',
  });
  expect([stale.status, (stale.body as { current: unknown }).current]).toEqual([409, doing]);

  const first = await sanne.post(
    `/boards/${board.id}/snapshots`,
    { title: 'Week 48' },
    snapshotView,
  );
  await sanne.post(`/boards/${board.id}/actions`, { title: 'Tweede balie' }, actionView);
  const second = await sanne.post(`/boards/${board.id}/snapshots`, {}, snapshotView);
  const diff = await marieke.get(`/snapshots/${second.id}/diff`, meaningDiff);
  expect(diff.actionsProposed.map(({ text }) => text)).toEqual(['Tweede balie']);
  const then = await marieke.get(`/snapshots/${first.id}/document`, projection);
  expect(then.actions.map(({ title, rung }) => [title, rung])).toEqual([
    ['Brieven een dag eerder nakijken', 'doing'],
  ]);
  await marieke.post(
    `/snapshots/${second.id}/reviews`,
    { kind: 'help', text: 'Ik regel een tweede balie', by: '2026-12-01' },
    reviewView,
  );
  const invite = await marieke.post(
    `/boards/${board.id}/invites`,
    { access: 'view' },
    newInviteView,
  );
  expect(invite.url.startsWith(`${app.url}/join/`)).toBe(true);
}, 60_000);

function connect(boardId: string, token: string): WebsocketProvider {
  const client = stockClient({ url: app.url.replace('http', 'ws') }, asBoardId(boardId), token);
  clients.push(client);
  return client;
}

/** Adds Sanne to the team and lets her choose a password. */
async function welcome(marieke: RestClient, teamId: string) {
  const member = await marieke.post(
    `/teams/${teamId}/members`,
    { email: 'sanne@example.org', name: 'Sanne' },
    newMemberView,
  );
  const secret = member.welcomeUrl?.split('/').at(-1);
  const made = await marieke.post(
    '/welcome',
    { secret, password: 'nog-een-lang-wachtwoord' },
    welcomeView,
  );
  return { rest: marieke.as(made.token), ...made };
}
