import type { MeasureView } from '#board/api/measures.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { addImage } from '#server/images/add-image.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { proposeTarget } from '#server/measures/propose-target.ts';
import { addMember } from '#server/teams/add-member.ts';
import { addComment } from '#server/comments/add-comment.ts';
import { testWebhook } from '#server/webhooks/test-webhook.ts';
import { addToken } from '#server/accounts/add-token.ts';
import { unsubscribeToken } from '#server/mail/unsubscribe-token.ts';
import {
  newBoard,
  newDoneTask,
  newInvite,
  newMeasure,
  newNote,
  newProposal,
  newShare,
  newSnapshot,
  newTask,
  newWorkedTask,
  newWebhook,
} from '#tests/support/builders.ts';
import { onePixel } from '#tests/support/pictures.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { PASSWORD, ofBoard, ofSnapshot, ofTeam } from './contract.ts';
import type { Contract, GoodCall, Maker } from './contract.ts';
import { consentCalls } from './consent-calls.ts';
import { meetingCalls } from './meeting-calls.ts';
import { reviewCalls } from './review-calls.ts';

/** For every operation a call that is answered well when somebody asks who may; things that it uses up are made anew. */
export const goodCalls: Readonly<Record<string, Maker>> = {
  'POST /setup': () => ({
    body: {
      name: 'Anna',
      email: 'eerste@example.org',
      password: PASSWORD,
      organisation: 'Ziekenhuis',
      team: 'Eerste',
    },
  }),
  'POST /welcome': async ({ house, people }) => {
    const email = `${crypto.randomUUID()}@example.org`;
    const added = { email, role: 'member' as const };
    const { welcomeUrl } = await addMember(house, people.manager.actor, people.teamId, added);
    return { body: { secret: welcomeUrl?.split('/').at(-1), name: 'Wim', password: PASSWORD } };
  },
  'GET /me': () => ({}),
  'PATCH /me': () => ({ body: { name: 'Nieuwe Naam', locale: 'nl' } }),
  'POST /me/password': () => ({ body: { current: PASSWORD, next: PASSWORD } }),
  'DELETE /sessions': () => ({}),
  'GET /tokens': () => ({}),
  'POST /tokens': () => ({ body: { name: 'sensor' } }),
  'DELETE /tokens/:tokenId': async ({ house, people }, asker = people.member) => {
    const { id } = await addToken(house, asker.actor, { name: 'weg' });
    return { params: { tokenId: id } };
  },
  'GET /outbox': () => ({}),
  'GET /teams': () => ({}),
  'POST /teams': () => ({ body: { name: 'Radiologie' } }),
  'GET /teams/:teamId': ofTeam(),
  'GET /teams/:teamId/members': ofTeam(),
  'POST /teams/:teamId/members': ({ people }) => ({
    params: { teamId: people.teamId },
    body: {
      email: `${crypto.randomUUID()}@example.org`,
      name: 'Nieuw',
      role: 'coach',
      locale: 'nl',
    },
  }),
  'PATCH /teams/:teamId/members/:userId': async (contract) => ({
    params: await someMember(contract),
    body: { role: 'coach' },
  }),
  'DELETE /teams/:teamId/members/:userId': async (contract) => ({
    params: await someMember(contract),
  }),
  'POST /teams/:teamId/members/:userId/welcome': async (contract) => ({
    params: await someMember(contract),
  }),
  'GET /teams/:teamId/boards': ofTeam({ query: { binned: 'false' } }),
  'POST /teams/:teamId/boards': ofTeam({ body: { title: 'Nieuw bord', template: 'pdca' } }),
  'GET /boards/:boardId': ofBoard(),
  'PATCH /boards/:boardId': ofBoard({ body: { title: 'Andere titel' } }),
  'DELETE /boards/:boardId': async (contract) => ofItsOwnBoard(contract),
  'POST /boards/:boardId/restore': async (contract) => {
    const call = await ofItsOwnBoard(contract);
    await binBoard(contract.house, contract.people.member.actor, call.boardId);
    return call;
  },
  'GET /boards/:boardId/document': ofBoard(),
  'GET /boards/:boardId/invites': ofBoard(),
  'POST /boards/:boardId/invites': ofBoard({
    body: { access: 'view', expiresAt: '2100-01-01T12:00:00+01:00' },
  }),
  'DELETE /boards/:boardId/invites/:inviteId': async ({ house, people, things: { boardId } }) => {
    const { id } = await newInvite(house, people.member.actor, boardId);
    return { params: { boardId, inviteId: id }, boardId };
  },
  'POST /join': async (contract) => {
    const { boardId } = await ofItsOwnBoard(contract);
    const { secret } = await newInvite(contract.house, contract.people.member.actor, boardId);
    return { body: { secret, name: 'Gerrit' } };
  },
  'POST /boards/:boardId/notes': ofBoard({
    body: { canvas: 'pdca', text: 'Brieven ontbreken', x: 40, y: -12.5 },
  }),
  'POST /boards/:boardId/images': ofBoard({ file: onePixel }),
  'POST /boards/:boardId/imports': ofBoard({
    query: { canvas: 'pdca', take: 'all' },
    file: new TextEncoder().encode('soort;tekst\nactie;Bellen\n'),
  }),
  'GET /boards/:boardId/images/:imageId': async ({ house, people, things: { boardId } }) => {
    const { id } = await addImage(house, people.member.actor, boardId, onePixel);
    return { params: { boardId, imageId: id }, boardId };
  },
  'POST /boards/:boardId/actions': ({ people, things: { boardId } }) => ({
    params: { boardId },
    boardId,
    body: {
      title: 'Brief herschrijven',
      owner: people.member.actor.id,
      due: '2026-12-11',
      effect: { observation: 'Niemand belt', checkOn: '2027-01-15' },
    },
  }),
  'POST /boards/:boardId/actions/:actionId/confirm': async (contract) => {
    const { house, people, things } = contract;
    const { boardId } = things;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    return { params: { boardId, actionId }, boardId };
  },
  'GET /tasks': ({ things }) => ({
    query: { board: things.boardId, state: 'agreed', limit: '10' },
    boardId: things.boardId,
  }),
  'GET /tasks/:taskId': ({ things: { boardId, taskId } }) => ({ params: { taskId }, boardId }),
  'PATCH /tasks/:taskId': async ({ house, people, things: { boardId } }) => {
    const { id, revision } = await newTask(house, people.member.actor, boardId);
    const owner = people.manager.actor.id;
    const effect = { observation: 'Niemand komt terug', checkOn: '2027-03-01' };
    const words = { title: 'Anders', due: '2027-02-01', reason: 'Sanne is ziek' };
    const buddy = people.coach.actor.id;
    const body = { revision, state: 'doing', ...words, owner, buddy, effect };
    return { params: { taskId: id }, body, boardId };
  },
  'POST /tasks/changes': async ({ house, people, things: { boardId } }) => {
    const tasks = [
      await newTask(house, people.member.actor, boardId),
      await newTask(house, people.member.actor, boardId),
    ];
    const changes = tasks.map(({ id, revision }) => ({ taskId: id, revision, state: 'doing' }));
    return { body: { changes }, boardId };
  },
  'POST /tasks/:taskId/decline': async ({ house, people, things: { boardId } }, asker) => {
    const owner = asker === people.manager ? people.manager : people.member;
    const giver = asker === people.manager ? people.member : people.manager;
    const wish = { owner: owner.actor.id };
    const { id, revision } = await newTask(house, giver.actor, boardId, wish);
    return { params: { taskId: id }, body: { revision, reason: 'Ik heb vakantie' }, boardId };
  },
  'POST /tasks/:taskId/effect': async ({ house, people, things: { boardId, measureId } }) => {
    const effect = { measure: measureId, expected: 10, checkOn: '2027-01-15' };
    const task = await newDoneTask(house, people.member.actor, boardId, { effect });
    const seen = {
      outcome: 'partly',
      reading: 11.5,
      observation: 'Minder',
      learned: 'Bellen werkt',
      tell: 'De balie',
    };
    return { params: { taskId: task.id }, body: { revision: task.revision, ...seen }, boardId };
  },
  'POST /tasks/:taskId/holding-checks/:checkId': async (contract) => {
    const { house, people, things } = contract;
    const { boardId, measureId } = things;
    const effect = { measure: measureId, expected: 10, checkOn: '2027-01-15' };
    const task = await newWorkedTask(house, people.member.actor, boardId, { effect });
    const seen = { held: false, reading: 11.5, observation: 'Meer', note: 'De map is zoek' };
    const params = { taskId: task.id, checkId: task.holdingChecks[0]?.id ?? '' };
    return { params, body: { revision: task.revision, ...seen }, boardId };
  },
  'GET /glance': () => ({}),
  'GET /learnings': () => ({ query: { q: 'bellen', limit: '10' } }),
  'POST /tasks/:taskId/comments': ({ people, things: { boardId, taskId } }) => ({
    params: { taskId },
    body: { text: `Kijk eens, @{${people.member.actor.id}}: https://example.org` },
    boardId,
  }),
  'PATCH /comments/:commentId': async (contract, asker) => ({
    ...(await itsOwnComment(contract, asker)),
    body: { text: 'Anders gezegd' },
  }),
  'DELETE /comments/:commentId': itsOwnComment,
  'GET /teams/:teamId/webhooks': ofTeam(),
  'POST /teams/:teamId/webhooks': async (contract) => {
    await contract.house.db.webhook.deleteMany();
    return {
      params: { teamId: contract.people.teamId },
      body: { address: 'https://hooks.example.org/in', events: ['task.confirmed'] },
    };
  },
  'PATCH /webhooks/:webhookId': async (contract) => ({
    params: await itsOwnWebhook(contract),
    body: { address: 'https://other.example.org/', events: ['reading.added'], on: false },
  }),
  'DELETE /webhooks/:webhookId': async (contract) => ({ params: await itsOwnWebhook(contract) }),
  'POST /webhooks/:webhookId/secret': async (contract) => ({
    params: await itsOwnWebhook(contract),
  }),
  'POST /webhooks/:webhookId/test': async (contract) => ({ params: await itsOwnWebhook(contract) }),
  'GET /webhooks/:webhookId/deliveries': async (contract) => {
    const { house, people } = contract;
    const params = await itsOwnWebhook(contract);
    await testWebhook(house, people.manager.actor, params.webhookId);
    return { params, query: { limit: '10' } };
  },
  'POST /webhooks/deliveries/:deliveryId/send': async (contract) => {
    const { house, people } = contract;
    const { webhookId } = await itsOwnWebhook(contract);
    const { id } = await testWebhook(house, people.manager.actor, webhookId);
    return { params: { deliveryId: id } };
  },
  'GET /teams/:teamId/measures': ofTeam(),
  'POST /teams/:teamId/measures': ofTeam({
    body: {
      name: 'Belletjes',
      unit: 'per dag',
      direction: 'down',
      baseline: 12,
      target: 3.5,
      targetBy: '2027-03-31',
    },
  }),
  'POST /measures/:measureId/readings': ({ things: { measureId } }) => ({
    params: { measureId },
    body: { at: '2026-11-23', value: 17 },
  }),
  'GET /measures/:measureId': ({ things: { measureId } }) => ({ params: { measureId } }),
  'PATCH /measures/:measureId': async (contract) => {
    const { id, revision } = await someMeasure(contract);
    const body = { revision, name: 'Wachten', unit: 'uur', direction: 'up', baseline: 4.5 };
    return { params: { measureId: id }, body };
  },
  'PATCH /measures/:measureId/readings/:readingId': async (contract) => {
    const { id } = await someMeasure(contract);
    const reading = { at: '2026-11-20', value: 1 };
    const { house, people } = contract;
    const made = await addReading(house, people.member.actor, id, reading);
    const body = { at: '2026-11-21', value: 2.5, withdrawn: true, reason: 'Verkeerde week' };
    return {
      params: { measureId: id, readingId: made.id },
      body: { revision: made.revision, ...body },
    };
  },
  'GET /measures/:measureId/readings.csv': ({ things: { measureId } }) => ({
    params: { measureId },
    query: { form: 'spreadsheet' },
  }),
  'POST /measures/:measureId/readings.csv': async (contract) => ({
    params: { measureId: (await someMeasure(contract)).id },
    query: { take: 'all' },
    file: new TextEncoder().encode('datum;waarde\n05-01-2026;12,5\n'),
  }),
  'POST /measures/:measureId/targets': async (contract) => ({
    params: { measureId: (await someMeasure(contract)).id },
    body: { value: 10, by: '2099-12-31', why: 'Zo lang wachten is nog te doen' },
  }),
  'POST /measures/:measureId/targets/:targetId/answer': async (contract) => {
    const { id: measureId } = await someMeasure(contract);
    const { house, people } = contract;
    const proposal = { value: 10, by: '2099-12-31', why: 'Zo lang wachten is nog te doen' };
    const { id } = await proposeTarget(house, people.manager.actor, measureId, proposal);
    const body = { answer: 'counter', value: 12, by: '2099-06-30', why: 'Stap voor stap' };
    return { params: { measureId, targetId: id }, body };
  },
  'GET /boards/:boardId/snapshots': ofBoard(),
  'POST /boards/:boardId/snapshots': ofBoard({ body: { title: 'Na het overleg' } }),
  'GET /snapshots/:snapshotId': ofSnapshot(),
  'GET /boards/:boardId/diff': ofBoard(),
  'GET /boards/:boardId/picture': ofBoard(),
  'GET /snapshots/:snapshotId/picture': ofSnapshot(),
  'GET /boards/:boardId/export.pdf': ofBoard(),
  'GET /snapshots/:snapshotId/export.pdf': ofSnapshot(),
  'GET /boards/:boardId/export.png': ofBoard(),
  'GET /snapshots/:snapshotId/export.png': ofSnapshot(),
  'GET /boards/:boardId/export.svg': ofBoard(),
  'GET /snapshots/:snapshotId/export.svg': ofSnapshot(),
  'GET /boards/:boardId/export.md': ofBoard(),
  'GET /snapshots/:snapshotId/export.md': ofSnapshot(),
  'GET /boards/:boardId/export.csv': ofBoard(),
  'GET /snapshots/:snapshotId/export.csv': ofSnapshot(),
  'GET /boards/:boardId/export.json': ofBoard(),
  'GET /snapshots/:snapshotId/export.json': ofSnapshot(),
  'GET /boards/:boardId/export.tldr': ofBoard(),
  'GET /snapshots/:snapshotId/export.tldr': ofSnapshot(),
  'GET /snapshots/:snapshotId/document': ofSnapshot(),
  'GET /snapshots/:snapshotId/state': ofSnapshot(),
  'GET /snapshots/:snapshotId/diff': ({ things: { boardId, snapshotId, olderSnapshotId } }) => ({
    params: { snapshotId },
    query: { from: olderSnapshotId },
    boardId,
  }),
  'GET /snapshots/:snapshotId/shares': ofSnapshot(),
  'POST /snapshots/:snapshotId/shares': ofSnapshot({
    body: { expiresAt: '2027-01-01T12:00:00+01:00' },
  }),
  'DELETE /snapshots/:snapshotId/shares/:shareId': async ({ house, people, things }) => {
    const { boardId, snapshotId } = things;
    const { id } = await newShare(house, people.member.actor, snapshotId);
    return { params: { snapshotId, shareId: id }, boardId };
  },
  'POST /snapshots/:snapshotId/copy': ofSnapshot({ body: { title: 'De volgende ronde' } }),
  'GET /boards/:boardId/history': ofBoard(),
  'GET /boards/:boardId/at/:seq/state': ({ things: { boardId } }) => ({
    params: { boardId, seq: '1' },
    boardId,
  }),
  'GET /organisation/retention': () => ({}),
  'PATCH /organisation/retention': () => ({ body: { dailyDays: 60 } }),
  'POST /snapshots/:snapshotId/restore': async (contract) => {
    const { boardId } = await ofItsOwnBoard(contract);
    const { actor } = contract.people.member;
    const note = await newNote(contract.house, actor, boardId, 'Terug te halen');
    const { id } = await newSnapshot(contract.house, actor, boardId);
    return { params: { snapshotId: id }, body: { cards: [note.id] }, boardId };
  },
  'GET /me/preferences': () => ({}),
  'PATCH /me/preferences': () => ({
    body: {
      reminders: true,
      agreed: true,
      timeZone: 'Europe/Amsterdam',
      browserZone: 'UTC',
      browserLocale: 'nl',
    },
  }),
  'GET /me/calendar': () => ({}),
  'POST /me/calendar': () => ({}),
  'DELETE /me/calendar': () => ({}),
  'POST /unsubscribe': ({ house, people }) => ({
    body: {
      token: unsubscribeToken(house, { kind: 'reminders', userId: people.removed.actor.id }),
    },
  }),
  ...consentCalls,
  ...meetingCalls,
  ...reviewCalls,
};

/** A comment by whoever asks, if that is somebody of the team. */
async function itsOwnComment(
  { house, people, things }: Contract,
  asker: Person | undefined,
): Promise<GoodCall> {
  const team = [people.manager, people.member, people.coach];
  const by = team.find((person) => person === asker) ?? people.member;
  const { taskId, boardId } = things;
  const { id } = await addComment(house, by.actor, { taskId }, { text: 'Van mij' });
  return { params: { commentId: id }, boardId };
}

async function itsOwnWebhook({ house, people }: Contract): Promise<{ webhookId: string }> {
  await house.db.webhook.deleteMany();
  const { id } = await newWebhook(house, people.manager.actor, people.teamId);
  return { webhookId: id };
}

async function ofItsOwnBoard({ house, people }: Contract): Promise<GoodCall & { boardId: string }> {
  const board = { template: 'pdca' } as const;
  const { id: boardId } = await newBoard(house, people.member.actor, people.teamId, board);
  return { params: { boardId }, boardId };
}

function someMeasure({ house, people }: Contract): Promise<MeasureView> {
  return newMeasure(house, people.member.actor, people.teamId);
}

async function someMember({ house, people }: Contract): Promise<Record<string, string>> {
  const { actor } = await newMember(house, people.manager.actor, people.teamId);
  return { teamId: people.teamId, userId: actor.id };
}
