import { expect, it } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { readFirstLook } from '#server/boards/read-first-look.ts';
import { newBoard, newNote } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

it('[CANVAS-6] the first look of a board is what is on its first canvas', async () => {
  const { house, people } = world;
  const { actor } = people.member;
  const { id } = await newBoard(house, actor, people.teamId, { template: 'pdca' });
  await newNote(house, actor, id, 'Wachten aan de balie');
  const look = await readFirstLook(house, actor, id);
  expect(look?.canvas).toBe('pdca');
  expect(look?.cards.filter(({ is }) => is === 'note')).toMatchObject([
    { text: 'Wachten aan de balie' },
  ]);
});

it('[CANVAS-6] nobody sees it who may not see the board', async () => {
  const { house, people } = world;
  const { id } = await newBoard(house, people.member.actor, people.teamId, { template: 'pdca' });
  for (const { actor } of [people.outsider, people.removed]) {
    await expect(readFirstLook(house, actor, id)).rejects.toEqual(refused('not-found'));
  }
  await expect(readFirstLook(house, { kind: 'nobody' }, id)).rejects.toEqual(refused('sign-in'));
});

it('[CANVAS-6] there is none where it cannot be had in time', async () => {
  const { house, people } = world;
  const { actor } = people.member;
  const { id } = await newBoard(house, actor, people.teamId, { template: 'pdca' });
  const stuck = {
    ...house,
    documents: { ...house.documents, firstLook: () => new Promise<never>(() => undefined) },
  };
  expect(await readFirstLook(stuck, actor, asBoardId(id), 1)).toBeUndefined();
});
