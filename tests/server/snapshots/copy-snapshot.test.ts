import { expect, it } from 'vitest';
import { readBoard } from '#server/boards/read-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { copySnapshot } from '#server/snapshots/copy-snapshot.ts';
import { newBoard, newNote, newProposal, newSnapshot, newTask } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

it('a board from a snapshot says what it said, and promises nothing [SNAP-11]', async () => {
  const { house, people } = world;
  const { actor } = people.member;
  const { id: boardId } = await newBoard(house, actor, people.teamId);
  await newNote(house, actor, boardId, 'Toen');
  const proposal = await newProposal(house, actor, boardId, { title: 'Nog een voorstel' });
  const task = await newTask(house, actor, boardId);
  const snapshot = await newSnapshot(house, actor, boardId);
  await newNote(house, actor, boardId, 'Daarna');
  const copy = await copySnapshot(house, people.coach.actor, snapshot.id, { title: 'Opnieuw' });
  expect(await readBoard(house, actor, copy.id)).toMatchObject({ title: 'Opnieuw', openTasks: 0 });
  const [now, before] = [
    await readDocument(house, actor, copy.id),
    await readDocument(house, actor, boardId),
  ];
  expect(now).toMatchObject({ boardId: copy.id, title: 'Opnieuw' });
  expect(now.notes.map(({ text }) => text)).toEqual(['Toen']);
  expect(now.cycles).toEqual(before.cycles);
  const byTitle = new Map(now.actions.map((action) => [action.title, action]));
  expect(byTitle.get('Nog een voorstel')).toMatchObject({ rung: 'proposal', due: '2026-12-11' });
  expect(byTitle.get(task.title)).toMatchObject({
    ...{ rung: 'proposal', taskId: null, due: null },
    owner: { id: actor.id },
    effect: { observation: 'Niemand belt meer na' },
    cards: [expect.anything()],
  });
  expect(now.actions.map(({ id }) => id)).not.toContain(proposal.actionId);
  expect(await house.db.task.count({ where: { boardId: copy.id } })).toBe(0);
  const byOutsider = copySnapshot(house, people.outsider.actor, snapshot.id, { title: 'x' });
  await expect(byOutsider).rejects.toEqual(refused('not-found'));
});
