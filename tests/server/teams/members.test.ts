import { expect, it } from 'vitest';
import { acceptWelcome } from '#server/accounts/accept-welcome.ts';
import { readWelcome } from '#server/accounts/read-welcome.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { addMember } from '#server/teams/add-member.ts';
import { addTeam } from '#server/teams/add-team.ts';
import { changeMember } from '#server/teams/change-member.ts';
import { listMembers } from '#server/teams/list-members.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { renewWelcome } from '#server/teams/renew-welcome.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('members', (open) => {
  const world = useSettledHouse(open);
  let count = 0;
  const freshEmail = () => `m${++count}@example.org`;

  /** A team of its own with one manager. */
  async function newTeam() {
    const { house, people } = world;
    const { id } = await addTeam(house, people.manager.actor, { name: 'Radiologie' });
    return { teamId: id, manager: people.manager.actor };
  }
  const rolesOf = async (teamId: string) => {
    const members = await listMembers(world.house, world.people.manager.actor, teamId);
    return members.map(({ role }) => role).sort();
  };

  it('may have a password at once, or get a link', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    const password = 'een-lang-wachtwoord';
    const email = freshEmail();
    const input = { email, name: 'Piet', role: 'coach' as const, password };
    expect(await addMember(house, manager, teamId, input)).toMatchObject({
      name: 'Piet',
      role: 'coach',
      active: true,
      welcomeUrl: null,
    });
    expect(await signIn(house, email, password)).toMatchObject({ name: 'Piet' });
    const linked = await addMember(house, manager, teamId, { email: freshEmail(), role: 'member' });
    expect(linked).toMatchObject({
      active: false,
      welcomeUrl: expect.stringContaining('/welcome/'),
    });
    expect(linked.name).toBe(linked.email.split('@')[0]);
  });

  it('get a new link while they never came in, and no longer', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    const { id: userId, welcomeUrl } = await addMember(house, manager, teamId, {
      email: freshEmail(),
      role: 'member',
    });
    const renewed = await renewWelcome(house, manager, { teamId, userId });
    const secretOf = (url: string | null) => url?.split('/').at(-1) ?? '';
    expect(await readWelcome(house, secretOf(welcomeUrl))).toBeNull();
    const secret = secretOf(renewed.welcomeUrl);
    await acceptWelcome(house, { secret, password: 'een-lang-wachtwoord' });
    await expect(renewWelcome(house, manager, { teamId, userId })).rejects.toEqual(
      refused('conflict'),
    );
  });

  it('are not handed over by a second team that adds them [ACCESS-1]', async () => {
    const { house, people } = world;
    const email = freshEmail();
    const { teamId, manager } = await newTeam();
    const invited = await addMember(house, manager, teamId, { email, role: 'member' });
    const stranger = people.otherManager.actor;
    const input = { email, role: 'member' as const };
    expect((await addMember(house, stranger, people.otherTeamId, input)).welcomeUrl).toBeNull();
    const keys = { teamId: people.otherTeamId, userId: invited.id };
    await expect(renewWelcome(house, stranger, keys)).rejects.toEqual(refused('no-right'));
  });

  it('keep their account, name and password when another team adds them', async () => {
    const { house, people } = world;
    const { teamId, manager } = await newTeam();
    const { id, email, name } = people.admin.actor;
    const input = {
      email,
      name: 'Iemand anders',
      role: 'member' as const,
      password: 'overgenomen!',
    };
    const added = await addMember(house, manager, teamId, input);
    expect(added).toMatchObject({ id, name, active: true, welcomeUrl: null });
    expect(await signIn(house, email, 'overgenomen!')).toBeUndefined();
  });

  it('are in a team once, also when they are added twice at the same moment', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    const input = { email: freshEmail(), role: 'member' as const };
    const settled = await Promise.allSettled(
      [1, 2].map(() => addMember(house, manager, teamId, input)),
    );
    expect(settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual([
      refused('conflict', 'email'),
    ]);
    expect(await rolesOf(teamId)).toEqual(['manager', 'member']);
  });

  it('get one account when two teams add them at the same moment', async () => {
    const { house } = world;
    const [one, two] = [await newTeam(), await newTeam()];
    const input = { email: freshEmail(), role: 'member' as const };
    const added = await Promise.all(
      [one, two].map(({ manager, teamId }) => addMember(house, manager, teamId, input)),
    );
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
  });

  it('change their role, or leave', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    const { actor } = await newMember(house, manager, teamId);
    const keys = { teamId, userId: actor.id };
    expect(await changeMember(house, manager, keys, { role: 'coach' })).toMatchObject({
      id: actor.id,
      role: 'coach',
    });
    await removeMember(house, manager, keys);
    expect(await rolesOf(teamId)).toEqual(['manager']);
    await expect(removeMember(house, manager, keys)).rejects.toEqual(refused('not-found'));
    const change = changeMember(house, manager, keys, { role: 'member' });
    await expect(change).rejects.toEqual(refused('not-found'));
  });

  it('are seen with a row in the audit for every deed', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    const { actor } = await newMember(house, manager, teamId);
    await changeMember(house, manager, { teamId, userId: actor.id }, { role: 'coach' });
    await removeMember(house, manager, { teamId, userId: actor.id });
    const rows = await house.db.audit.findMany({
      where: { subject: teamId },
      orderBy: { at: 'asc' },
    });
    expect(rows.map(({ deed, actor: who }) => [deed, who])).toEqual([
      ['team.add', manager.id],
      ['member.add', manager.id],
      ['member.change', manager.id],
      ['member.remove', manager.id],
    ]);
  });

  it('include a manager: the last one neither leaves nor changes', async () => {
    const { house } = world;
    const { teamId, manager } = await newTeam();
    await newMember(house, manager, teamId);
    const keys = { teamId, userId: manager.id };
    await expect(removeMember(house, manager, keys)).rejects.toEqual(refused('conflict'));
    const change = changeMember(house, manager, keys, { role: 'member' });
    await expect(change).rejects.toEqual(refused('conflict'));
    expect(await rolesOf(teamId)).toEqual(['manager', 'member']);
  });

  it('include a manager also when two managers step down at the same moment', async () => {
    const { house } = world;
    for (let round = 0; round < 4; round++) {
      const { teamId, manager } = await newTeam();
      const { actor: second } = await newMember(house, manager, teamId, { role: 'manager' });
      const settled = await Promise.allSettled([
        changeMember(house, manager, { teamId, userId: second.id }, { role: 'member' }),
        round % 2 === 0
          ? changeMember(house, second, { teamId, userId: manager.id }, { role: 'coach' })
          : removeMember(house, second, { teamId, userId: manager.id }),
      ]);
      expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      const managers = await house.db.membership.count({ where: { teamId, role: 'manager' } });
      expect(managers).toBe(1);
    }
  });
});
