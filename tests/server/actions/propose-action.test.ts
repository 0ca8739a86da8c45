import { describe, expect, it } from 'vitest';
import { readDocument } from '#server/boards/read-document.ts';
import { newBoard, newGuest, newInvite, newProposal } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('proposing an action', () => {
  const world = useSettledHouse();

  it('puts it on the action board with a card among the proposals', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    const board = await newBoard(house, actor, people.teamId);
    const view = await newProposal(house, actor, board.id, { owner: people.member.actor.id });
    const owner = { id: people.member.actor.id, name: people.member.actor.name };
    expect(view).toMatchObject({
      title: 'Oproepbrief herschrijven',
      owner,
      rung: 'proposal',
      taskId: null,
    });
    const { actions } = await readDocument(house, actor, board.id);
    expect(actions).toEqual([
      {
        id: view.actionId,
        title: view.title,
        owner,
        due: '2026-12-11',
        effect: view.effect,
        rung: 'proposal',
        parked: null,
        taskId: null,
        outcome: null,
        cards: [{ canvas: 'action', zone: 'proposal' }],
      },
    ]);
  });

  it('may leave everything but the title open', async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const guest = await newGuest(house, await newInvite(house, people.member.actor, board.id));
    const given = { owner: undefined, due: undefined, effect: undefined } as object;
    const view = await newProposal(house, guest.actor, board.id, given);
    expect(view).toMatchObject({ owner: null, due: null, effect: {} });
    const { actions } = await readDocument(house, guest.actor, board.id);
    expect(actions[0]?.cards).toEqual([{ canvas: 'pdca', zone: 'act' }]);
  });

  it('names an owner of the team', async () => {
    const { house, people } = world;
    const board = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
    const guest = await newGuest(house, await newInvite(house, people.member.actor, board.id));
    const wrong = [people.outsider.actor.id, people.admin.actor.id, guest.actor.id, 'none'];
    for (const owner of wrong) {
      const proposal = newProposal(house, people.member.actor, board.id, { owner });
      await expect(proposal).rejects.toEqual(refused('invalid', 'owner'));
    }
    const me = newProposal(house, guest.actor, board.id, { owner: 'me' });
    await expect(me).rejects.toEqual(refused('invalid', 'owner'));
    expect((await readDocument(house, people.member.actor, board.id)).actions).toEqual([]);
  });
});
