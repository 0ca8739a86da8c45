import { describe, expect, it } from 'vitest';
import { readPeople } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { addMember } from '#server/teams/add-member.ts';
import { addTeam } from '#server/teams/add-team.ts';
import { listTeams } from '#server/teams/list-teams.ts';
import { readTeam } from '#server/teams/read-team.ts';
import { removeMember } from '#server/teams/remove-member.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { newBoard, newTask } from '#tests/support/builders.ts';
import { newMember } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('teams', () => {
  const world = useSettledHouse();

  /** Whom the board's document names as the team. */
  const namesOn = (boardId: string): Promise<string[]> =>
    world.house.documents.read(asBoardId(boardId), (board) =>
      readPeople(board).map(({ name }) => name),
    );

  it('are made by managers and administrators, who manage them', async () => {
    const { house, people } = world;
    for (const { actor } of [people.manager, people.admin]) {
      const team = await addTeam(house, actor, { name: 'Spoed' });
      expect(team).toMatchObject({ name: 'Spoed', role: 'manager', members: 1, boards: 0 });
      await addMember(house, actor, team.id, { email: people.coach.actor.email, role: 'member' });
    }
    for (const { actor } of [people.member, people.coach]) {
      await expect(addTeam(house, actor, { name: 'Nee' })).rejects.toEqual(refused('no-right'));
    }
  });

  it('are listed to their members, and all of them to an administrator', async () => {
    const { house, people } = world;
    const { id } = await addTeam(house, people.otherManager.actor, { name: 'Apotheek' });
    const names = async (actor: typeof people.admin.actor) =>
      (await listTeams(house, actor)).map((team) => [team.name, team.role]);
    expect(await names(people.outsider.actor)).toEqual([['Laboratorium', 'member']]);
    expect(await names(people.otherManager.actor)).toEqual([
      ['Apotheek', 'manager'],
      ['Laboratorium', 'manager'],
    ]);
    expect(await names(people.removed.actor)).toEqual([]);
    const all = (await listTeams(house, people.admin.actor)).map((team) => team.id);
    expect(all).toEqual(expect.arrayContaining([id, people.teamId, people.otherTeamId]));
  });

  it('count members, and boards that are not in the bin', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const { id } = await addTeam(house, actor, { name: 'Teldienst' });
    await newMember(house, actor, id);
    await newBoard(house, actor, id, { template: 'pdca' });
    const { id: binned } = await newBoard(house, actor, id, { template: 'pdca' });
    await house.db.board.update({ where: { id: binned }, data: { binnedAt: house.clock() } });
    expect(await readTeam(house, actor, id)).toMatchObject({ members: 2, boards: 1 });
  });

  it('show on their boards who is in them', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const { id: teamId } = await addTeam(house, actor, { name: 'Namen' });
    const board = await newBoard(house, actor, teamId, { template: 'pdca' });
    await readDocument(house, actor, board.id); // somebody has it open
    const joined = await newMember(house, actor, teamId, { name: 'Zus' });
    expect(await namesOn(board.id)).toEqual(['Marieke', 'Zus']);
    await removeMember(house, actor, { teamId, userId: joined.actor.id });
    expect(await namesOn(board.id)).toEqual(['Marieke']);
  });

  it('leave promises with whoever made them', async () => {
    const { house, people } = world;
    const { actor } = people.manager;
    const { id: teamId } = await addTeam(house, actor, { name: 'Oud' });
    const leaver = await newMember(house, actor, teamId);
    const board = await newBoard(house, actor, teamId, { template: 'action' });
    const task = await newTask(house, leaver.actor, board.id);
    await removeMember(house, actor, { teamId, userId: leaver.actor.id });
    expect(await readTask(house, leaver.actor, task.id)).toMatchObject({ id: task.id });
  });
});
