import { beforeAll, expect, it } from 'vitest';
import { addAction, changeAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { asBoardId } from '#board/ids.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { newBoard, newGuest, newInvite, newMeasure, newProposal } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { whileLogFails } from '#tests/support/failing-log.ts';
import { anotherNode } from '#tests/support/house.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('confirming an action', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  let count = 0;

  beforeAll(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  /** Puts an action into the document as a browser does, past every check of the interface. */
  async function drawn(fields: Partial<Action>): Promise<string> {
    const { house, people } = world;
    const { id: by, name } = people.member.actor;
    const action: Action = {
      id: `drawn-${++count}`,
      title: 'Bordje ophangen',
      owner: { id: by, name },
      due: '2026-12-11',
      effect: { observation: 'Iedereen vindt de weg', checkOn: '2027-01-15' },
      rung: 'proposal',
      by,
      at: house.clock().toISOString(),
      ...fields,
    };
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({ result: null, apply: (board) => addAction(board, action) }),
    );
    return action.id;
  }
  const confirm = (actionId: string, by = world.people.member) =>
    confirmAction(world.house, by.actor, { boardId, actionId });
  const confirmedNothing = async (actionId: string) =>
    expect(await world.house.db.task.count({ where: { actionId } })).toBe(0);

  it('leaves a dropped proposal dropped', async () => {
    const actionId = await drawn({ rung: 'dropped' });
    await expect(confirm(actionId)).rejects.toEqual(refused('conflict'));
    await confirmedNothing(actionId);
  });

  it('makes a task of exactly what the proposal says', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { actionId } = await newProposal(house, actor, boardId);
    const { task, made } = await confirm(actionId);
    expect(made).toBe(true);
    expect(task).toEqual({
      id: expect.any(String),
      boardId,
      boardTitle: 'Kortere wachttijd',
      teamId: people.teamId,
      actionId,
      title: 'Oproepbrief herschrijven',
      owner: { id: actor.id, name: actor.name },
      buddy: null,
      due: '2026-12-11',
      effect: { observation: 'Niemand belt meer na', checkOn: '2027-01-15' },
      state: 'agreed',
      prediction: null,
      outcome: null,
      reached: null,
      learned: null,
      tell: null,
      holdingChecks: [],
      droppedReason: null,
      confirmedAt: expect.any(String),
      confirmedBy: { id: actor.id, name: actor.name },
      givenBy: { id: actor.id, name: actor.name },
      givenAt: expect.any(String),
      declined: null,
      revision: 1,
    });
  });

  it('writes the first event and the audit row, and shows the fact on the board', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const { actionId } = await newProposal(house, actor, boardId);
    const { task } = await confirm(actionId, people.manager);
    expect(await house.db.taskEvent.findMany({ where: { taskId: task.id } })).toEqual([
      expect.objectContaining({ kind: 'confirmed', actorId: actor.id }),
    ]);
    expect(await house.db.audit.findMany({ where: { subject: task.id } })).toEqual([
      expect.objectContaining({ deed: 'action.confirm', actor: actor.id }),
    ]);
    const { actions } = await readDocument(house, actor, boardId);
    expect(actions.find(({ id }) => id === actionId)).toMatchObject({
      taskId: task.id,
      rung: 'agreed',
    });
  });

  it('takes a measure of the team with an expected value', async () => {
    const { house, people } = world;
    const measure = await newMeasure(house, people.member.actor, people.teamId);
    const effect = { measure: measure.id, expected: 10, checkOn: '2027-01-15' };
    const { actionId } = await newProposal(house, people.member.actor, boardId, { effect });
    const { task } = await confirm(actionId);
    const shown = { measureName: 'Wachttijd', unit: 'min', direction: 'down' };
    expect(task.effect).toEqual({ ...effect, ...shown });
  });

  it('leaves out what nobody can see and no database takes', async () => {
    const actionId = await drawn({ title: 'Bord\u0000je ophangen' });
    expect((await confirm(actionId)).task.title).toBe('Bordje ophangen');
  });

  it('reads the proposal from the document, as everybody sees it', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({
        result: null,
        apply: (board) =>
          changeAction(board, actionId, { title: 'Brief bellen', due: '2026-12-24' }),
      }),
    );
    const { task } = await confirm(actionId);
    expect(task).toMatchObject({ title: 'Brief bellen', due: '2026-12-24' });
  });

  it.each<[string, Partial<Action>]>([
    ['title', { title: ' ' }],
    ['title', { title: '\u0000' }],
    ['owner', { owner: null }],
    ['due', { due: null }],
    ['due', { due: 'vrijdag' }],
    ['effect', { effect: { checkOn: '2027-01-15' } }],
    ['effect.expected', { effect: { measure: 'm', checkOn: '2027-01-15' } }],
    ['effect.checkOn', { effect: { observation: 'Iedereen ziet het' } }],
    ['title', { title: 'x'.repeat(501) }],
  ])('names a missing %s [ACT-3]', async (field, fields) => {
    const actionId = await drawn(fields);
    await expect(confirm(actionId)).rejects.toEqual(refused('incomplete', field));
    await confirmedNothing(actionId);
  });

  it('names everything that is missing at once, and nothing else [ACT-3]', async () => {
    const actionId = await drawn({ title: '', owner: null, due: null, effect: {} });
    const missing = refused('incomplete', 'title', 'owner', 'due', 'effect', 'effect.checkOn');
    await expect(confirm(actionId)).rejects.toEqual(missing);
    await confirmedNothing(actionId);
  });

  it('refuses an owner outside the team', async () => {
    const { house, people } = world;
    const leaver = await newMember(house, people.manager.actor, people.teamId);
    const { id, name } = leaver.actor;
    const owners = [people.outsider.actor, people.admin.actor, { id: 'nobody', name: 'Niemand' }];
    await removeMember(house, people.manager.actor, { teamId: people.teamId, userId: id });
    for (const owner of [...owners, { id, name }]) {
      const actionId = await drawn({ owner: { id: owner.id, name: owner.name } });
      await expect(confirm(actionId)).rejects.toEqual(refused('invalid', 'owner'));
      await confirmedNothing(actionId);
    }
  });

  it('refuses a measure of another team', async () => {
    const { house, people } = world;
    const foreign = await newMeasure(house, people.outsider.actor, people.otherTeamId);
    for (const measure of [foreign.id, 'none']) {
      const actionId = await drawn({ effect: { measure, expected: 1, checkOn: '2027-01-15' } });
      await expect(confirm(actionId)).rejects.toEqual(refused('invalid', 'effect.measure'));
      await confirmedNothing(actionId);
    }
  });

  it('makes one task when two people confirm at the same moment [ACT-6]', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const both = await Promise.all([
      confirm(actionId, people.member),
      confirm(actionId, people.manager),
      confirm(actionId, people.member),
    ]);
    expect(both.filter(({ made }) => made)).toHaveLength(1);
    const [id, ...others] = new Set(both.map(({ task }) => task.id));
    expect(others).toEqual([]);
    expect(await house.db.task.count({ where: { actionId } })).toBe(1);
    expect(await house.db.taskEvent.count({ where: { taskId: id ?? '' } })).toBe(1);
    expect(await house.db.audit.count({ where: { subject: id ?? '' } })).toBe(1);
    expect(await house.db.mail.count({ where: { text: { contains: id ?? '' } } })).toBe(1);
  });

  it('makes one task when two servers confirm at the same moment [ACT-6]', async () => {
    const { house, people } = world;
    const elsewhere = anotherNode(house);
    await readDocument(elsewhere.house, people.manager.actor, boardId); // the board is open there
    for (let round = 0; round < 5; round++) {
      const { actionId } = await newProposal(house, people.member.actor, boardId);
      await newProposal(elsewhere.house, people.manager.actor, boardId); // reads what came before
      const keys = { boardId, actionId };
      const both = await Promise.all([
        confirmAction(house, people.member.actor, keys),
        confirmAction(elsewhere.house, people.manager.actor, keys),
      ]);
      expect(both.map(({ made }) => made).sort()).toEqual([false, true]);
      expect(new Set(both.map(({ task }) => task.id)).size).toBe(1);
      expect(await house.db.task.count({ where: { actionId } })).toBe(1);
    }
    await elsewhere.stop();
  });

  it('leaves nothing behind when the document log takes no row [ACT-6]', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const count = async () => [
      await house.db.taskEvent.count(),
      await house.db.audit.count(),
      await house.db.mail.count(),
    ];
    const before = await count();
    const failed = whileLogFails(house.db, () => confirm(actionId));
    await expect(failed).rejects.toThrow('the log takes no row');
    house.takeLogged();
    await confirmedNothing(actionId);
    expect(await count()).toEqual(before);
    expect(await taskOnBoard(house, { boardId, actionId })).toBeUndefined();
    expect(await confirm(actionId)).toMatchObject({ made: true });
  });

  it('gives the same task when it is asked again, whatever the board says by then [ACT-6]', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const { task } = await confirm(actionId);
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({
        result: null,
        apply: (board) => changeAction(board, actionId, { title: 'Iets anders', owner: null }),
      }),
    );
    expect(await confirm(actionId, people.manager)).toEqual({ task, made: false });
    expect(await taskOnBoard(house, { boardId, actionId })).toMatchObject({
      taskId: task.id,
      title: 'Oproepbrief herschrijven',
    });
  });

  it('is for members and managers', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const guest = await newGuest(house, await newInvite(house, people.member.actor, boardId));
    const keys = { boardId, actionId };
    for (const [actor, code] of [
      [people.coach.actor, 'no-right'],
      [guest.actor, 'sign-in'],
      [people.outsider.actor, 'not-found'],
    ] as const) {
      await expect(confirmAction(house, actor, keys)).rejects.toEqual(refused(code));
    }
    await confirmedNothing(actionId);
  });

  it('finds no action that is on another board', async () => {
    const { house, people } = world;
    const { actionId } = await newProposal(house, people.member.actor, boardId);
    const other = await newBoard(house, people.member.actor, people.teamId, { template: 'action' });
    const confirmed = confirmAction(house, people.member.actor, { boardId: other.id, actionId });
    await expect(confirmed).rejects.toEqual(refused('not-found'));
  });
});
