import { beforeAll, describe, expect, it } from 'vitest';
import { may } from '#board/access.ts';
import type { Subject } from '#board/access.ts';
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
import { rules } from './access-rules.ts';
import type { Rule } from './access-rules.ts';
import { nameOf, operationNamed, requestFor } from './contract.ts';
import type { GoodCall } from './contract.ts';
import { goodCalls } from './good-calls.ts';
import { useContract } from './use-contract.ts';

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
