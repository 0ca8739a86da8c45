import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeAction } from '#board/actions.ts';
import { asBoardId } from '#board/ids.ts';
import { readMeetingFacts } from '#board/meetings.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readAgenda } from '#server/meetings/read-agenda.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import {
  newBoard,
  newGuest,
  newInvite,
  newNote,
  newProposal,
  newTask,
  newWorkedTask,
} from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { anotherNode } from '#tests/support/house.ts';
import { serveBoards } from '#tests/support/house-server.ts';
import type { HouseServer } from '#tests/support/house-server.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('opening a meeting', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';
  const member = () => world.people.member.actor;

  beforeEach(async () => {
    boardId = (await newBoard(world.house, member(), world.people.teamId)).id;
  });

  it('gives one meeting to two people who open it at once; guests and outsiders do not [MEET-1]', async () => {
    const { house, people } = world;
    const both = await Promise.all([
      openMeeting(house, member(), boardId, {}),
      openMeeting(house, people.coach.actor, boardId, { facilitator: people.manager.actor.id }),
    ]);
    expect(both.map(({ made }) => made).sort()).toEqual([false, true]);
    expect(both[0].meeting).toEqual(both[1].meeting);
    expect(await house.db.meeting.count({ where: { boardId } })).toBe(1);
    const guest = await newGuest(house, await newInvite(house, member(), boardId));
    const asOthers = [
      [guest.actor, 'sign-in'],
      [people.outsider.actor, 'not-found'],
    ] as const;
    for (const [actor, code] of asOthers)
      await expect(openMeeting(house, actor, boardId, {})).rejects.toEqual(refused(code));
  });

  it('names who facilitates, of the team alone [MEET-1]', async () => {
    const { house, people } = world;
    await expect(
      openMeeting(house, member(), boardId, { facilitator: people.outsider.actor.id }),
    ).rejects.toEqual(refused('invalid', 'owner'));
    const facilitator = people.manager.actor.id;
    const { meeting } = await openMeeting(house, member(), boardId, { facilitator });
    expect(meeting).toMatchObject({
      openedBy: { name: 'Sanne' },
      facilitator: { name: 'Marieke' },
    });
  });

  it('is shown on the board, also after what was written there by hand, or missed [MEET-2]', async () => {
    const { house } = world;
    await planMeeting(house, member(), boardId, { nextOn: '2099-01-08', nextAt: '09:30' });
    const { meeting } = await openMeeting(house, member(), boardId, {});
    const shown = {
      open: { meetingId: meeting.id, since: meeting.openedAt, facilitator: meeting.facilitator },
      next: { on: '2099-01-08', at: '09:30' },
    };
    const id = asBoardId(boardId);
    expect(await house.documents.read(id, readMeetingFacts)).toEqual(shown);
    await house.documents.change(id, () =>
      Promise.resolve({ result: null, apply: (board) => board.meeting.clear() }),
    );
    // Whoever opens the board next finds it put right.
    const node = anotherNode(house);
    expect(await node.house.documents.read(id, readMeetingFacts)).toEqual(shown);
    await node.stop();
  });

  it('fulfils the plan of that day, and takes another one that lies ahead [MEET-7]', async () => {
    const { house } = world;
    const plan = (nextOn: string | null) => planMeeting(house, member(), boardId, { nextOn });
    await expect(plan('2026-11-01')).rejects.toEqual(refused('invalid', 'nextOn'));
    await plan(house.time.day(1));
    // The day came, and passed.
    const nextOn = house.time.day(-1);
    await house.db.board.update({ where: { id: boardId }, data: { nextOn } });
    const { meeting } = await openMeeting(house, member(), boardId, {});
    expect((await readAgenda(house, member(), boardId)).next).toBeNull();
    await closeMeeting(house, member(), meeting.id, {});
    await openMeeting(house, member(), boardId, { nextOn: '2099-01-08', nextAt: '09:30' });
    const { next } = await readAgenda(house, member(), boardId);
    expect(next).toEqual({ on: '2099-01-08', at: '09:30' });
    expect((await plan(null)).next).toBeNull();
  });

  it('begins with the promises, what is back on the table, and what changed since the last closing [MEET-3] [MEET-5]', async () => {
    const { house } = world;
    const first = await readAgenda(house, member(), boardId);
    expect(first).toMatchObject({ since: null, changes: null, back: [] });
    const late = await newTask(house, member(), boardId, { title: 'Te laat' });
    await house.db.task.update({ where: { id: late.id }, data: { due: '2026-01-02' } });
    const { meeting } = await openMeeting(house, member(), boardId, {});
    await closeMeeting(house, member(), meeting.id, {});
    const kept = await newTask(house, member(), boardId, { title: 'Nagekomen', due: '2099-01-02' });
    await changeTask(house, member(), kept.id, { revision: kept.revision, state: 'done' });
    const ahead = await newTask(house, member(), boardId, { title: 'Komt nog', due: '2099-01-02' });
    const worked = await newWorkedTask(house, member(), boardId, { title: 'Werkte' });
    await house.db.holdingCheck.updateMany({
      where: { taskId: worked.id, after: 30 },
      data: { dueOn: '2026-01-02' },
    });
    const { actionId } = await newProposal(house, member(), boardId, { title: 'Weer op tafel' });
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({
        result: null,
        apply: (board) => changeAction(board, actionId, { parked: '2026-01-02' }),
      }),
    );
    await newNote(house, member(), boardId, 'Nieuw knelpunt');
    const agenda = await readAgenda(house, member(), boardId);
    const ids = Object.fromEntries(
      Object.entries(agenda.promises).map(([group, tasks]) => [group, tasks.map(({ id }) => id)]),
    );
    expect(ids).toEqual({
      ...{ late: [late.id], due: [], toCheck: [], ahead: [ahead.id] },
      ...{ toHold: [worked.id], kept: [kept.id] },
    });
    expect(agenda.back).toEqual([{ actionId, title: 'Weer op tafel', parked: '2026-01-02' }]);
    expect(agenda.changes?.notesAdded).toMatchObject([{ text: 'Nieuw knelpunt' }]);
    expect(agenda.changes?.actionsMoved.map(({ text }) => text)).not.toContain('Te laat');
  });
});

describe('who is at a meeting', () => {
  const world = useSettledHouse();
  let server: HouseServer;
  beforeAll(async () => {
    server = await serveBoards(world.house);
  });
  afterAll(() => server.stop());

  it('is who opened it, who showed presence, and who came in between, each once [MEET-6]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id: boardId } = await newBoard(house, actor, people.teamId, { template: 'pdca' });
    const visit = (token: string) => server.visit(boardId, { authorization: `Bearer ${token}` });
    const early = visit(people.manager.token);
    await vi.waitFor(() => expect(early.access).toBeDefined());
    early.show();
    await vi.waitFor(async () => {
      const here = await house.documents.peopleOn(asBoardId(boardId));
      expect(here.map(({ name }) => name)).toEqual(['Marieke']);
    });
    const { meeting } = await openMeeting(house, actor, boardId, {});
    const coach = visit(people.coach.token);
    await vi.waitFor(() => expect(coach.access).toBeDefined());
    coach.leave();
    const again = visit(people.coach.token);
    const guest = await newGuest(house, await newInvite(house, actor, boardId, { access: 'view' }));
    const looking = server.visit(boardId, { cookie: guest.cookie, origin: 'http://board.test' });
    for (const one of [again, looking]) await vi.waitFor(() => expect(one.access).toBeDefined());
    const { present } = await readMeeting(house, actor, meeting.id);
    expect(present.map(({ name, guest: isGuest }) => [name, isGuest])).toEqual([
      ['Gerrit', true],
      ['Kees', false],
      ['Marieke', false],
      ['Sanne', false],
    ]);
    for (const one of [early, again, looking]) one.leave();
    const later = visit(people.manager.token);
    await vi.waitFor(() => expect(later.access).toBeDefined());
    later.leave();
    expect((await readMeeting(house, actor, meeting.id)).present).toEqual(present);
  });
});
