import { beforeAll, describe, expect, it } from 'vitest';
import type { TaskView } from '#board/api/tasks.ts';
import { localTime } from '#board/local-time.ts';
import { closeMeeting } from '#server/meetings/close-meeting.ts';
import { openMeeting } from '#server/meetings/open-meeting.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { declineTask } from '#server/tasks/decline-task.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { newBoard, newTask, newWebhook } from '#tests/support/builders.ts';
import { DAY_MS, MINUTE_MS } from '#tests/support/house-clock.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { taskOnBoard } from '#tests/support/task-on-board.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const HOUR_MS = 60 * MINUTE_MS;
const reason = 'Ik heb vakantie';

describe('declining a promise', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeAll(async () => {
    const { house, people } = world;
    const template = 'action' as const;
    boardId = (await newBoard(house, people.member.actor, people.teamId, { template })).id;
    await newWebhook(house, people.manager.actor, people.teamId);
  });

  /** What the manager promised in the member's name. */
  const given = () => {
    const { house, people } = world;
    return newTask(house, people.manager.actor, boardId, { owner: people.member.actor.id });
  };
  const decline = ({ id, revision }: TaskView) =>
    declineTask(world.house, world.people.member.actor, id, { revision, reason });
  const nameOf = (who: 'member' | 'manager') => {
    const { id, name } = world.people[who].actor;
    return { id, name };
  };

  it('brings it back to whoever gave it, with the reason, as the same task [ACT-40] [ACT-41]', async () => {
    const { house, people } = world;
    const task = await given();
    const back = await decline(task);
    const declined = { by: nameOf('member'), reason };
    expect(back).toMatchObject({
      ...{ id: task.id, state: 'agreed', revision: 2, owner: nameOf('manager'), declined },
    });
    expect(await taskOnBoard(house, task)).toMatchObject({ owner: nameOf('manager'), declined });
    const { events } = await readTask(house, people.member.actor, task.id);
    expect(events.at(-1)).toMatchObject({
      kind: 'declined',
      actor: nameOf('member'),
      data: { reason, ownerId: { from: people.member.actor.id, to: people.manager.actor.id } },
    });
    expect(await house.db.audit.findMany({ where: { subject: task.id } })).toContainEqual(
      expect.objectContaining({ deed: 'task.declined' }),
    );
  });

  it('is told by mail and to webhooks [ACT-41]', async () => {
    const { house, people } = world;
    const task = await given();
    await house.db.mail.deleteMany();
    await decline(task);
    const { email } = await house.db.user.findUniqueOrThrow({
      where: { id: people.manager.actor.id },
    });
    const mails = await house.db.mail.findMany();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    expect(mails[0]?.text).toContain(reason);
    expect(await house.db.webhookDelivery.count({ where: { type: 'task.declined' } })).toBe(2);
    await house.db.user.update({ where: { email }, data: { mailAgreed: false } });
    await decline(await given());
    expect(await house.db.mail.count({ where: { to: email } })).toBe(1);
    await house.db.user.update({ where: { email }, data: { mailAgreed: true } });
  });

  it('is offered to the owner alone, and by the mail that told them [ACT-40] [MAIL-5]', async () => {
    const { house, people } = world;
    await house.db.mail.deleteMany();
    const { id } = await given();
    const [told] = await house.db.mail.findMany();
    expect(told?.text).toMatch(/decline|terug/i);
    expect((await readTask(house, people.member.actor, id)).mayDecline).toBe(true);
    expect((await readTask(house, people.manager.actor, id)).mayDecline).toBe(false);
    const other = declineTask(house, people.manager.actor, id, { revision: 1, reason });
    await expect(other).rejects.toEqual(refused('no-right'));
  });

  it('is not for what I promised myself, nor once the work has begun [ACT-40]', async () => {
    const { house, people } = world;
    const own = await newTask(house, people.member.actor, boardId);
    await expect(decline(own)).rejects.toEqual(refused('invalid', 'reason'));
    const task = await given();
    const begun = await changeTask(house, people.member.actor, task.id, {
      ...{ revision: 1, state: 'doing' },
    });
    await expect(decline(begun)).rejects.toEqual(refused('invalid', 'reason'));
    await expect(decline(task)).rejects.toEqual(refused('conflict'));
  });

  it('is possible until the day ends where the owner is [ACT-40]', async () => {
    const { house, people } = world;
    const { zone } = house;
    const clock = localTime(zone, house.clock());
    // Just before midnight where the house is; in Honolulu that is early in the afternoon.
    house.time.pass((23 - clock.hour) * HOUR_MS);
    const task = await given();
    house.time.pass(HOUR_MS);
    await expect(decline(task)).rejects.toEqual(refused('invalid', 'reason'));
    // Where they are it is still the same day.
    const timeZone = 'Pacific/Honolulu';
    const owner = { ...people.member.actor, timeZone };
    const said = { revision: task.revision, reason };
    expect(await declineTask(house, owner, task.id, said)).toMatchObject({ revision: 2 });
  });

  it('is possible as long as the meeting goes on in which it was given [ACT-40]', async () => {
    const { house, people } = world;
    const before = await given();
    house.time.pass(MINUTE_MS);
    const { meeting } = await openMeeting(house, people.manager.actor, boardId, {});
    const [during, after] = [await given(), await given()];
    house.time.pass(DAY_MS);
    await expect(decline(before)).rejects.toEqual(refused('invalid', 'reason'));
    expect(await decline(during)).toMatchObject({ owner: nameOf('manager') });
    await closeMeeting(house, people.manager.actor, meeting.id, { override: 'Geen tijd meer' });
    await expect(decline(after)).rejects.toEqual(refused('invalid', 'reason'));
  });

  it('is told until somebody takes it over, or its work begins [ACT-42]', async () => {
    const { house, people } = world;
    const { manager, member } = people;
    const back = await decline(await given());
    const moved = await changeTask(house, manager.actor, back.id, {
      ...{ revision: 2, due: '2027-06-01' },
    });
    expect(moved.declined).not.toBeNull();
    const taken = await changeTask(house, manager.actor, back.id, { revision: 3, owner: 'me' });
    expect(taken).toMatchObject({ declined: null, owner: nameOf('manager') });
    expect(await taskOnBoard(house, back)).not.toHaveProperty('declined');
    const begun = await decline(await given());
    const doing = { revision: 2, state: 'doing' as const };
    expect(await changeTask(house, manager.actor, begun.id, doing)).toMatchObject({
      declined: null,
    });
    // Handed over once more, it is given anew.
    const again = await decline(await given());
    const handed = await changeTask(house, manager.actor, again.id, {
      ...{ revision: 2, owner: member.actor.id },
    });
    expect(handed).toMatchObject({ declined: null, givenBy: nameOf('manager') });
    expect(await decline(handed)).toMatchObject({ owner: nameOf('manager') });
  });

  it('goes back to whoever handed it over, if they are still there [ACT-40] [ACT-41]', async () => {
    const { house, people } = world;
    const { manager, member, teamId } = people;
    const guest = await newMember(house, manager.actor, teamId, { name: 'Guus', role: 'member' });
    const own = await newTask(house, manager.actor, boardId);
    const owner = member.actor.id;
    const handed = await changeTask(house, guest.actor, own.id, { revision: 1, owner });
    expect(await decline(handed)).toMatchObject({ owner: { name: 'Guus' } });
    const other = await newTask(house, guest.actor, boardId, { owner });
    await removeMember(house, manager.actor, { teamId, userId: guest.actor.id });
    await expect(decline(other)).rejects.toEqual(refused('invalid', 'reason'));
  });
});
