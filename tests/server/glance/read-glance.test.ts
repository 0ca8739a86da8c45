import { beforeAll, expect, it } from 'vitest';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { changeCycle, readCycles } from '#board/cycles.ts';
import { asBoardId } from '#board/ids.ts';
import { nobody } from '#server/auth/actor.ts';
import type { Actor } from '#server/auth/actor.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { readGlance } from '#server/glance/read-glance.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { addReview } from '#server/reviews/add-review.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { checkEffect } from '#server/tasks/check-effect.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { addTeam } from '#server/teams/add-team.ts';
import { newBoard, newMeasure, newSnapshot, newTask } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('teams at a glance', (open) => {
  const world = useSettledHouse(open);
  let teamId: string;
  let boardId: string;
  let manager: Person;
  let member: Person;

  /** A team of their own for each test would cost a house; each test looks at what it changed. */
  beforeAll(async () => {
    const { house, people } = world;
    teamId = (await addTeam(house, people.admin.actor, { name: 'Apotheek' })).id;
    manager = await newMember(house, people.admin.actor, teamId, { name: 'Mia', role: 'manager' });
    await removeMember(house, manager.actor, { teamId, userId: people.admin.actor.id });
    member = await newMember(house, manager.actor, teamId, { name: 'Lex' });
    boardId = (await newBoard(house, member.actor, teamId)).id;
  });

  async function glance(by: Actor = manager.actor): Promise<TeamGlanceView> {
    const found = (await readGlance(world.house, by)).find((team) => team.teamId === teamId);
    if (!found) throw new Error('the team is not there');
    return found;
  }
  const promised = (ownerId: string, title: string, due: number) => {
    const { house } = world;
    const effect = { observation: 'Het is stil', checkOn: house.time.day(20) };
    return newTask(house, member.actor, boardId, {
      ...{ owner: ownerId, title, effect },
      due: house.time.day(due),
    });
  };

  it('[GLANCE-1] shows the teams that somebody manages or coaches, and no other', async () => {
    const { house, people } = world;
    const names = async (by: Actor) => (await readGlance(house, by)).map((team) => team.teamName);
    expect(await names(people.manager.actor)).toEqual(['Polikliniek']);
    expect(await names(people.coach.actor)).toEqual(['Polikliniek']);
    expect(await names(manager.actor)).toEqual(['Apotheek']);
    for (const one of [people.member, people.admin, people.outsider, people.removed, member])
      expect(await names(one.actor)).toEqual([]);
    await expect(readGlance(house, nobody)).rejects.toEqual(refused('sign-in'));
  });

  it('[GLANCE-2] [GLANCE-5] counts promises that were due, and to a manager alone their own', async () => {
    const { house } = world;
    const coach = await newMember(house, manager.actor, teamId, { name: 'Cor', role: 'coach' });
    const mine = await promised(manager.actor.id, 'Op tijd', 3);
    const { id, revision } = await promised(member.actor.id, 'Te laat klaar', 3);
    await promised(member.actor.id, 'Nog open', 3);
    await promised(member.actor.id, 'Nog niet aan de beurt', 30);
    const dropped = await promised(member.actor.id, 'Vervallen', 3);
    const reason = 'Niet meer nodig';
    await changeTask(house, member.actor, dropped.id, {
      ...{ revision: dropped.revision, state: 'dropped', reason },
    });
    await changeTask(house, manager.actor, mine.id, { revision: mine.revision, state: 'done' });
    expect((await glance()).promises).toEqual({ due: 0, kept: 0, late: 0 });
    // Events bear the moment of the database, so that the day of the work is put where it was.
    await changeTask(house, member.actor, id, { revision, state: 'done' });
    const late = new Date(house.clock().getTime() + 5 * DAY_MS);
    await house.db.taskEvent.updateMany({ where: { taskId: id }, data: { at: late } });
    house.time.pass(6 * DAY_MS);
    const seen = await glance();
    expect(seen.promises).toEqual({ due: 3, kept: 1, late: 1 });
    expect(seen.own).toEqual({ due: 1, kept: 1 });
    expect((await glance(coach.actor)).own).toBeNull();
    expect((await glance(coach.actor)).promises).toEqual(seen.promises);
    expect(seen.attention[0]).toEqual({ is: 'late', count: 1 });
  });

  it('[GLANCE-2] tells what came of effects, and what waits', async () => {
    const { house } = world;
    const before = (await glance()).effects;
    const done = [];
    for (const title of ['Werkte', 'Deels', 'Wacht']) {
      const { id, revision } = await promised(member.actor.id, title, 30);
      done.push(await changeTask(house, member.actor, id, { revision, state: 'done' }));
    }
    for (const [at, outcome] of (['worked', 'partly'] as const).entries())
      await checkEffect(house, member.actor, done[at]?.id ?? '', {
        ...{ outcome, observation: 'Gezien', learned: 'Bellen helpt' },
      });
    const { effects } = await glance();
    expect(effects).toEqual({
      worked: before.worked + 1,
      partly: before.partly + 1,
      didnt: before.didnt,
      waiting: before.waiting + 1,
      toCheck: before.toCheck,
    });
    house.time.pass(20 * DAY_MS);
    expect((await glance()).effects.toCheck).toBe(effects.waiting);
    expect((await glance()).attention).toContainEqual({ is: 'to-check', count: effects.waiting });
  });

  it('[GLANCE-3] knows which snapshots wait for an answer, and for how long', async () => {
    const { house } = world;
    const first = await newSnapshot(house, member.actor, boardId);
    house.time.pass(4 * DAY_MS);
    const second = await newSnapshot(house, member.actor, boardId);
    await house.db.snapshot.update({ where: { id: second.id }, data: { why: 'daily' } });
    const thanks = { kind: 'thanks', text: 'Mooi' } as const;
    const seen = await glance();
    expect(seen.unanswered).toEqual({ count: 1, oldest: { snapshotId: first.id, days: 4 } });
    expect(seen.attention).toContainEqual({ is: 'unanswered', count: 1, days: 4 });
    expect(seen.newestSnapshot).toMatchObject({ snapshotId: second.id, boardId });
    await addReview(house, manager.actor, first.id, thanks);
    expect((await glance()).unanswered).toEqual({ count: 0, oldest: null });
  });

  it('[GLANCE-2] counts meetings, those with a manager, and says when there was none for long', async () => {
    const { house } = world;
    const meet = async (by: Person): Promise<void> => {
      const { meeting } = await openMeeting(house, by.actor, boardId, {});
      await closeMeeting(house, by.actor, meeting.id, {});
    };
    await meet(member);
    await meet(manager);
    expect((await glance()).meetings).toEqual({ held: 2, withManager: 1 });
    expect((await glance()).attention.map(({ is }) => is)).not.toContain('quiet');
    house.time.pass(29 * DAY_MS);
    expect((await glance()).attention).toContainEqual({ is: 'quiet', days: 29 });
    house.time.pass(70 * DAY_MS);
    expect((await glance()).meetings).toEqual({ held: 0, withManager: 0 });
  });

  it('[GLANCE-6] shows the measure with a target, and the one that was read last', async () => {
    const { house } = world;
    expect((await glance()).measure).toBeNull();
    await newMeasure(house, member.actor, teamId, { name: 'Zonder doel' });
    const old = await newMeasure(house, member.actor, teamId, { name: 'Aardig', target: 5 });
    const fresh = await newMeasure(house, member.actor, teamId, { name: 'Wachttijd', target: 9 });
    await addReading(house, member.actor, old.id, { at: '2026-10-01', value: 7 });
    await addReading(house, member.actor, fresh.id, { at: '2026-10-08', value: 12 });
    expect((await glance()).measure).toMatchObject({
      ...{ name: 'Wachttijd', target: 9 },
      readings: [{ at: '2026-10-08', value: 12 }],
    });
  });

  it('[GLANCE-2] says how long ago a cycle ended', async () => {
    const { house } = world;
    expect((await glance()).cycleEndedDays).toBeNull();
    await house.documents.change(asBoardId(boardId), (board) => {
      const id = readCycles(board)[0]?.id ?? '';
      return Promise.resolve({
        result: undefined,
        apply: (shown) => changeCycle(shown, id, 'learned', 'Bellen werkt', ''),
      });
    });
    await newSnapshot(house, member.actor, boardId);
    house.time.pass(12 * DAY_MS);
    expect((await glance()).cycleEndedDays).toBe(12);
  });

  it('[GLANCE-1] leaves out what lies on a board in the bin', async () => {
    const { house } = world;
    await binBoard(house, manager.actor, boardId);
    const { unanswered, newestSnapshot, meetings } = await glance();
    expect([unanswered.count, newestSnapshot, meetings.held]).toEqual([0, null, 0]);
  });
});
