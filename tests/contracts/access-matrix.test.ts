import { beforeAll, describe, expect, it } from 'vitest';
import { may } from '#board/access.ts';
import type { Deed, Subject } from '#board/access.ts';
import { operations } from '#server/api/operations.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { callApi } from '#tests/support/api.ts';
import type { Caller } from '#tests/support/api.ts';
import {
  newBoard,
  newGuest,
  newInvite,
  newMeasure,
  newSnapshot,
  newTask,
} from '#tests/support/builders.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { goodCalls, nameOf, operationNamed, requestFor } from './good-calls.ts';
import type { GoodCall } from './good-calls.ts';
import { useContract } from './use-contract.ts';

/** What decides who may call an operation. */
type Rule =
  | { readonly by: 'nothing' }
  /** It works once, and that was before. */
  | { readonly by: 'set-up' }
  | { readonly by: 'account' }
  | {
      readonly by: 'house' | 'team' | 'board' | 'snapshot' | 'task';
      readonly deed: Deed;
      readonly account?: true;
    };

const on =
  (by: 'house' | 'team' | 'board' | 'snapshot' | 'task', account?: true) =>
  (deed: Deed): Rule => ({ by, deed, ...(account ? { account } : {}) });
const house = on('house');
const team = on('team');
const teamByAccount = on('team', true);
const board = on('board');
/** As on a board, for those with an account: the deed bears their name. */
const boardByAccount = on('board', true);
const snapshot = on('snapshot', true);
const task = on('task', true);

const rules: Readonly<Record<string, Rule>> = {
  'POST /setup': { by: 'set-up' },
  'POST /welcome': { by: 'nothing' },
  'GET /me': { by: 'account' },
  'PATCH /me': { by: 'account' },
  'POST /me/password': { by: 'account' },
  'DELETE /sessions': { by: 'account' },
  'GET /tokens': { by: 'account' },
  'POST /tokens': { by: 'account' },
  'DELETE /tokens/:tokenId': { by: 'account' },
  'GET /outbox': house('organisation.read-outbox'),
  'GET /teams': { by: 'account' },
  'POST /teams': { by: 'house', deed: 'organisation.add-team', account: true },
  'GET /teams/:teamId': team('team.see'),
  'GET /teams/:teamId/members': team('team.see'),
  'POST /teams/:teamId/members': team('team.manage-members'),
  'PATCH /teams/:teamId/members/:userId': team('team.manage-members'),
  'DELETE /teams/:teamId/members/:userId': team('team.manage-members'),
  'POST /teams/:teamId/members/:userId/welcome': team('team.manage-members'),
  'GET /teams/:teamId/boards': team('team.see-boards'),
  'POST /teams/:teamId/boards': { by: 'team', deed: 'team.add-board', account: true },
  'GET /boards/:boardId': board('board.see'),
  'PATCH /boards/:boardId': board('board.rename'),
  'DELETE /boards/:boardId': board('board.bin'),
  'POST /boards/:boardId/restore': board('board.bin'),
  'GET /boards/:boardId/document': board('board.see'),
  'GET /boards/:boardId/invites': board('board.invite'),
  'POST /boards/:boardId/invites': boardByAccount('board.invite'),
  'DELETE /boards/:boardId/invites/:inviteId': board('board.invite'),
  'POST /join': { by: 'nothing' },
  'POST /boards/:boardId/notes': board('board.write'),
  'POST /boards/:boardId/images': board('board.write'),
  'POST /boards/:boardId/imports': board('board.write'),
  'GET /boards/:boardId/images/:imageId': board('board.see'),
  'POST /boards/:boardId/actions': board('action.propose'),
  'POST /boards/:boardId/actions/:actionId/confirm': boardByAccount('action.confirm'),
  'GET /boards/:boardId/actions/:actionId/consent': boardByAccount('consent.take-part'),
  'POST /boards/:boardId/actions/:actionId/consent': boardByAccount('consent.take-part'),
  'PATCH /boards/:boardId/actions/:actionId/consent': boardByAccount('consent.take-part'),
  'POST /boards/:boardId/actions/:actionId/consent/answers': boardByAccount('consent.take-part'),
  'POST /boards/:boardId/actions/:actionId/consent/amendments': boardByAccount('consent.take-part'),
  'POST /boards/:boardId/actions/:actionId/consent/outcome': boardByAccount('consent.take-part'),
  'GET /tasks': { by: 'account' },
  'GET /tasks/:taskId': task('team.see-tasks'),
  'PATCH /tasks/:taskId': task('task.move'),
  'POST /tasks/changes': { by: 'account' },
  'POST /tasks/:taskId/decline': task('task.move'),
  'POST /tasks/:taskId/effect': task('task.move'),
  'POST /tasks/:taskId/holding-checks/:checkId': task('task.move'),
  'GET /learnings': { by: 'account' },
  'GET /glance': { by: 'account' },
  'POST /tasks/:taskId/comments': task('task.comment'),
  'PATCH /comments/:commentId': task('task.comment'),
  'DELETE /comments/:commentId': task('task.comment'),
  'GET /teams/:teamId/webhooks': team('team.manage-webhooks'),
  'POST /teams/:teamId/webhooks': teamByAccount('team.manage-webhooks'),
  'PATCH /webhooks/:webhookId': teamByAccount('team.manage-webhooks'),
  'DELETE /webhooks/:webhookId': teamByAccount('team.manage-webhooks'),
  'POST /webhooks/:webhookId/secret': teamByAccount('team.manage-webhooks'),
  'POST /webhooks/:webhookId/test': teamByAccount('team.manage-webhooks'),
  'GET /webhooks/:webhookId/deliveries': teamByAccount('team.manage-webhooks'),
  'POST /webhooks/deliveries/:deliveryId/send': teamByAccount('team.manage-webhooks'),
  'GET /teams/:teamId/measures': team('team.see-measures'),
  'POST /teams/:teamId/measures': team('team.write-measures'),
  'POST /measures/:measureId/readings': { by: 'team', deed: 'team.write-measures', account: true },
  'GET /measures/:measureId': team('team.see-measures'),
  'PATCH /measures/:measureId': team('team.write-measures'),
  'PATCH /measures/:measureId/readings/:readingId': teamByAccount('team.write-measures'),
  'GET /measures/:measureId/readings.csv': team('team.see-measures'),
  'POST /measures/:measureId/readings.csv': teamByAccount('team.write-measures'),
  'POST /measures/:measureId/targets': teamByAccount('target.propose'),
  'POST /measures/:measureId/targets/:targetId/answer': teamByAccount('target.answer'),
  'GET /boards/:boardId/snapshots': board('snapshot.see'),
  'POST /boards/:boardId/snapshots': boardByAccount('snapshot.take'),
  'GET /snapshots/:snapshotId': snapshot('snapshot.see'),
  'GET /boards/:boardId/diff': board('snapshot.see'),
  'GET /boards/:boardId/picture': board('board.see'),
  'GET /snapshots/:snapshotId/picture': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.pdf': board('board.see'),
  'GET /snapshots/:snapshotId/export.pdf': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.png': board('board.see'),
  'GET /snapshots/:snapshotId/export.png': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.svg': board('board.see'),
  'GET /snapshots/:snapshotId/export.svg': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.md': board('board.see'),
  'GET /snapshots/:snapshotId/export.md': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.csv': board('board.see'),
  'GET /snapshots/:snapshotId/export.csv': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.json': board('board.see'),
  'GET /snapshots/:snapshotId/export.json': snapshot('snapshot.see'),
  'GET /boards/:boardId/export.tldr': board('board.see'),
  'GET /snapshots/:snapshotId/export.tldr': snapshot('snapshot.see'),
  'GET /snapshots/:snapshotId/document': snapshot('snapshot.see'),
  'GET /snapshots/:snapshotId/state': snapshot('snapshot.see'),
  'GET /snapshots/:snapshotId/diff': snapshot('snapshot.see'),
  'GET /boards/:boardId/history': board('snapshot.see'),
  'GET /boards/:boardId/at/:seq/state': board('snapshot.see'),
  'GET /organisation/retention': house('organisation.keep-snapshots'),
  'PATCH /organisation/retention': house('organisation.keep-snapshots'),
  'POST /snapshots/:snapshotId/copy': snapshot('snapshot.see'),
  'POST /snapshots/:snapshotId/restore': snapshot('snapshot.restore'),
  'POST /snapshots/:snapshotId/reviews': snapshot('snapshot.review'),
  'POST /reviews/:reviewId/replies': boardByAccount('review.reply'),
  'GET /boards/:boardId/help': boardByAccount('help.see'),
  'PATCH /help/:helpId': boardByAccount('help.answer'),
  'GET /boards/:boardId/help-requests': boardByAccount('help.see'),
  'POST /boards/:boardId/help-requests': boardByAccount('help.ask'),
  'POST /help-requests/:requestId/answer': boardByAccount('help.answer'),
  'DELETE /help-requests/:requestId': boardByAccount('help.ask'),
  'GET /teams/:teamId/waiting': team('team.see-boards'),
  'GET /inbox': { by: 'account' },
  'GET /boards/:boardId/meetings': boardByAccount('meeting.see'),
  'POST /boards/:boardId/meetings': boardByAccount('meeting.hold'),
  'GET /boards/:boardId/agenda': boardByAccount('meeting.see'),
  'PATCH /boards/:boardId/next-meeting': boardByAccount('meeting.hold'),
  'GET /snapshots/:snapshotId/shares': snapshot('snapshot.take'),
  'POST /snapshots/:snapshotId/shares': snapshot('snapshot.take'),
  'DELETE /snapshots/:snapshotId/shares/:shareId': snapshot('snapshot.take'),
  'GET /meetings/:meetingId': boardByAccount('meeting.see'),
  'POST /meetings/:meetingId/close': boardByAccount('meeting.hold'),
  'POST /meetings/:meetingId/attendees': boardByAccount('meeting.hold'),
  'DELETE /meetings/:meetingId/attendees/:attendeeId': boardByAccount('meeting.hold'),
  'GET /meetings/:meetingId/minutes.json': boardByAccount('meeting.see'),
  'GET /meetings/:meetingId/minutes.md': boardByAccount('meeting.see'),
  'GET /meetings/:meetingId/minutes.csv': boardByAccount('meeting.see'),
  'GET /meetings/:meetingId/minutes.pdf': boardByAccount('meeting.see'),
  'GET /me/preferences': { by: 'account' },
  'PATCH /me/preferences': { by: 'account' },
  'GET /me/calendar': { by: 'account' },
  'POST /me/calendar': { by: 'account' },
  'DELETE /me/calendar': { by: 'account' },
  'POST /unsubscribe': { by: 'nothing' },
};

/** Somebody who asks, and what they are to the team whose things are asked for. */
interface Asker {
  readonly account: boolean;
  readonly inHouse: readonly Subject[];
  readonly onTeam: readonly Subject[];
  /** By a link to the board itself. */
  readonly onBoard: readonly Subject[];
}

const askers = {
  'the admin alone': { account: true, inHouse: ['admin'], onTeam: ['admin'], onBoard: [] },
  'a member': { account: true, inHouse: ['member'], onTeam: ['member'], onBoard: [] },
  'a manager': { account: true, inHouse: ['manager'], onTeam: ['manager'], onBoard: [] },
  'a coach': { account: true, inHouse: ['coach'], onTeam: ['coach'], onBoard: [] },
  'a guest who writes': { account: false, inHouse: [], onTeam: [], onBoard: ['guest-write'] },
  'a guest who looks': { account: false, inHouse: [], onTeam: [], onBoard: ['guest-view'] },
  'a removed member': { account: true, inHouse: [], onTeam: [], onBoard: [] },
  'a member of another team': { account: true, inHouse: ['member'], onTeam: [], onBoard: [] },
  'a manager of another team with a link': {
    account: true,
    inHouse: ['manager'],
    onTeam: [],
    onBoard: ['guest-write'],
  },
  nobody: { account: false, inHouse: [], onTeam: [], onBoard: [] },
} satisfies Record<string, Asker>;
type AskerName = keyof typeof askers;

/** `well`, or the status of the refusal. */
function expected(name: AskerName, rule: Rule): 'well' | number {
  const asker: Asker = askers[name];
  if (rule.by === 'nothing') return 'well';
  if (rule.by === 'set-up') return 409;
  if (name === 'nobody') return 401;
  if (rule.by === 'account') return asker.account ? 'well' : 401;
  if (rule.account && !asker.account) return 401;
  if (rule.by === 'house') return may(asker.inHouse, rule.deed) ? 'well' : 403;
  const subjects = standing(asker, rule.by);
  if (may(subjects, rule.deed)) return 'well';
  return may(subjects, seeDeeds[rule.by]) ? 403 : 404;
}

const seeDeeds = {
  team: 'team.see',
  board: 'board.see',
  snapshot: 'board.see',
  task: 'team.see-tasks',
} as const;

/** An administrator keeps the installation; that alone opens no board. */
function standing({ onTeam, onBoard }: Asker, by: keyof typeof seeDeeds): readonly Subject[] {
  if (by === 'team' || by === 'task') return onTeam;
  return [...onTeam.filter((subject) => subject !== 'admin'), ...onBoard];
}

// Whole boards are drawn for each kind of asker.
describe('who may do what [ACCESS-1]', { timeout: 120_000 }, () => {
  const contract = useContract();
  const callers: Partial<Record<AskerName, { caller: Caller; person?: Person; guestId?: string }>> =
    {};

  beforeAll(async () => {
    const { house: its, people, things } = contract;
    const asPerson = (person: Person) => ({ caller: { token: person.token }, person });
    callers['the admin alone'] = asPerson(people.admin);
    callers['a member'] = asPerson(people.member);
    callers['a manager'] = asPerson(people.manager);
    callers['a coach'] = asPerson(people.coach);
    callers['a removed member'] = asPerson(people.removed);
    callers['a member of another team'] = asPerson(people.outsider);
    callers['a manager of another team with a link'] = asPerson(people.otherManager);
    callers.nobody = { caller: null };
    for (const [name, access] of [
      ['a guest who writes', 'write'],
      ['a guest who looks', 'view'],
    ] as const) {
      const invite = await newInvite(its, people.member.actor, things.boardId, { access });
      const guest = await newGuest(its, invite);
      callers[name] = { caller: { cookie: guest.cookie }, guestId: guest.actor.id };
    }
  });

  it('is laid down for every operation, and for none that is not there', () => {
    const names = operations.map(nameOf).sort();
    expect(Object.keys(rules).sort()).toEqual(names);
    expect(Object.keys(goodCalls).sort()).toEqual(names);
  });

  it('leaves these open to everybody', () => {
    const open = operations.filter((operation) => operation.open).map(nameOf);
    expect(open).toEqual(['POST /setup', 'POST /welcome', 'POST /join', 'POST /unsubscribe']);
  });

  it.each(operations.map(nameOf))('%s', async (name) => {
    const rule = must(rules[name]);
    const answers: [AskerName, unknown][] = [];
    const wanted: [AskerName, unknown][] = [];
    let call: GoodCall | undefined;
    for (const asker of Object.keys(askers) as AskerName[]) {
      call ??= await callFor(name, asker);
      await giveLink(call, asker);
      const answer = await ask(name, asker, call);
      answers.push([asker, answer.status < 300 ? 'well' : answer.status]);
      wanted.push([asker, expected(asker, rule)]);
      // Whoever may has used up what it was about; some calls are about whoever asks.
      if (answer.status < 300 || rule.by === 'account') call = undefined;
    }
    expect(answers).toEqual(wanted);
  });

  const callFor = async (name: string, asker: AskerName): Promise<GoodCall> =>
    must(goodCalls[name])(contract, callers[asker]?.person);

  /** Lets in by a link whoever has nothing else to show for the board. */
  async function giveLink({ boardId }: GoodCall, asker: AskerName): Promise<void> {
    const [subject] = askers[asker].onBoard;
    if (boardId === undefined || subject === undefined) return;
    const { person, guestId } = must(callers[asker]);
    const who = person ? { userId: person.actor.id } : { guestId: must(guestId) };
    const id = crypto.randomUUID();
    const access = subject === 'guest-view' ? 'view' : 'write';
    const createdById = contract.people.member.actor.id;
    const passes = { create: { id, boardId, ...who } };
    await contract.house.db.invite.create({
      data: { id, boardId, access, hash: id, createdById, passes },
    });
  }

  function ask(name: string, asker: AskerName, call: GoodCall) {
    const { caller } = must(callers[asker]);
    return callApi(contract.house, caller, requestFor(operationNamed(name), call));
  }

  it.each(operations.map(nameOf).filter((name) => name.includes(':')))(
    'to outsiders what is missing and what is closed look the same: %s',
    async (name) => {
      let call: GoodCall | undefined;
      for (const asker of ['a member of another team', 'a removed member'] as const) {
        call ??= await callFor(name, asker);
        const closed = await ask(name, asker, call);
        if (rules[name]?.by === 'account') continue;
        expect(closed.status).toBe(404);
        const params = Object.keys(call.params ?? {});
        for (const missing of [params, params.slice(0, 1), params.slice(1)]) {
          if (missing.length === 0) continue;
          const gone = Object.fromEntries(
            missing.map((param) => [param, 'AAAAAAAAAAAAAAAAAAAAAA']),
          );
          const none = await ask(name, asker, { ...call, params: { ...call.params, ...gone } });
          expect([none.status, none.body]).toEqual([closed.status, closed.body]);
        }
      }
    },
  );

  it.each(
    operations.map(nameOf).filter((name) => /^(?!.*restore).* \/boards\/:boardId/.test(name)),
  )('on a board in the bin there is nothing: %s', async (name) => {
    const { house: its, people } = contract;
    const call = await callFor(name, 'a manager');
    const { id: boardId } = await newBoard(its, people.member.actor, people.teamId, {
      template: 'pdca',
    });
    await binBoard(its, people.member.actor, boardId);
    const answer = await ask(name, 'a manager', { ...call, params: { ...call.params, boardId } });
    expect(answer.status).toBe(404);
  });

  it('shows guests names, and no e-mail address', async () => {
    const { boardId } = contract.things;
    for (const asker of ['a guest who writes', 'a guest who looks'] as const) {
      for (const path of [`/boards/${boardId}`, `/boards/${boardId}/document`]) {
        const answer = await callApi(contract.house, must(callers[asker]).caller, {
          method: 'GET',
          path,
        });
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.body)).not.toMatch(/@/);
      }
    }
  });

  describe('ids of another team', () => {
    it('open nothing when they stand beside ids of my own', async () => {
      const { house: its, people, things } = contract;
      const { otherManager, otherTeamId } = people;
      const mine = await newMember(its, otherManager.actor, otherTeamId, { role: 'manager' });
      const by = mine.actor;
      const own = await newBoard(its, by, otherTeamId, { template: 'pdca' });
      const ownSnapshot = await newSnapshot(its, by, own.id);
      const ownTask = await newTask(its, by, own.id);
      const foreignInvite = await newInvite(its, people.member.actor, things.boardId);
      const foreignTask = await its.db.task.findUniqueOrThrow({ where: { id: things.taskId } });
      const token = await its.db.apiToken.findFirstOrThrow({
        where: { userId: people.member.actor.id },
      });
      const effect = { measure: things.measureId, expected: 1, checkOn: '2027-01-15' };
      const member = people.member.actor.id;
      const calls: [string, string, unknown, number][] = [
        ['DELETE', `/boards/${own.id}/invites/${foreignInvite.id}`, undefined, 404],
        ['POST', `/boards/${own.id}/actions/${foreignTask.actionId}/confirm`, undefined, 404],
        ['PATCH', `/teams/${otherTeamId}/members/${member}`, { role: 'coach' }, 404],
        ['DELETE', `/teams/${otherTeamId}/members/${member}`, undefined, 404],
        ['GET', `/snapshots/${ownSnapshot.id}/diff?from=${things.snapshotId}`, undefined, 404],
        ['GET', `/snapshots/${things.snapshotId}/diff?from=${ownSnapshot.id}`, undefined, 404],
        ['GET', `/tasks?team=${people.teamId}`, undefined, 404],
        ['GET', `/learnings?team=${people.teamId}`, undefined, 404],
        ['DELETE', `/tokens/${token.id}`, undefined, 404],
        ['POST', `/boards/${own.id}/actions`, { title: 'Stelen', owner: member }, 422],
        ['PATCH', `/tasks/${ownTask.id}`, { revision: 1, owner: member }, 422],
      ];
      for (const [method, path, body, status] of calls) {
        const answer = await callApi(its, mine, { method, path, body });
        expect([method, path, answer.status]).toEqual([method, path, status]);
      }
      const proposal = { title: 'Meten', owner: 'me', due: '2026-12-11', effect };
      const path = `/boards/${own.id}/actions`;
      const made = await callApi(its, mine, { method: 'POST', path, body: proposal });
      const { actionId } = made.body as { actionId: string };
      const confirm = { method: 'POST', path: `${path}/${actionId}/confirm` };
      expect((await callApi(its, mine, confirm)).status).toBe(422);
      for (const query of [
        `board=${things.boardId}`,
        `owner=${member}`,
        `cursor=${things.taskId}`,
      ]) {
        const answer = await callApi(its, mine, { method: 'GET', path: `/tasks?${query}` });
        const { items } = answer.body as { items: { teamId: string }[] };
        expect(items.filter(({ teamId }) => teamId === people.teamId)).toEqual([]);
      }
      expect(await its.db.invite.count({ where: { id: foreignInvite.id, revokedAt: null } })).toBe(
        1,
      );
    });

    it('are in no list of mine', async () => {
      const { house: its, people, things } = contract;
      const foreign = [people.teamId, ...Object.values(things), people.member.actor.id];
      await newMeasure(its, people.outsider.actor, people.otherTeamId);
      for (const path of [
        '/teams',
        '/tasks',
        '/learnings',
        '/glance',
        `/teams/${people.otherTeamId}`,
        `/teams/${people.otherTeamId}/members`,
        `/teams/${people.otherTeamId}/boards`,
        `/teams/${people.otherTeamId}/measures`,
      ]) {
        const { status, body } = await callApi(its, people.outsider, { method: 'GET', path });
        expect(status).toBe(200);
        for (const id of foreign) expect(JSON.stringify(body)).not.toContain(id);
      }
    });
  });
});

function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('it is not there');
  return value;
}
