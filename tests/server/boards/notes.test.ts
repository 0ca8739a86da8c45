import { describe, expect, it } from 'vitest';
import { addNote } from '#server/boards/add-note.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { newBoard } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a note', () => {
  const world = useSettledHouse();

  it('goes where it is told, under the name of whoever writes it', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const board = await newBoard(house, actor, people.teamId);
    const note = await addNote(house, actor, board.id, {
      canvas: 'knowledge',
      text: 'Wie weet dit?',
      x: 40,
      y: -70,
    });
    expect(note).toMatchObject({ canvas: 'knowledge', text: 'Wie weet dit?', x: 40, y: -70 });
    expect((await readDocument(house, actor, board.id)).notes).toEqual([
      expect.objectContaining({
        ...note,
        by: actor.id,
        byName: actor.name,
        at: house.clock().toISOString(),
      }),
    ]);
  });

  it('finds a free place by itself, and says which', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    const board = await newBoard(house, actor, people.teamId);
    const add = (text: string) => addNote(house, actor, board.id, { canvas: 'pdca', text });
    const made = [await add('een'), await add('twee'), await add('drie')];
    expect(new Set(made.map(({ x, y }) => `${x},${y}`)).size).toBe(3);
    const { notes } = await readDocument(house, actor, board.id);
    for (const { id, x, y } of made) {
      expect(notes).toContainEqual(expect.objectContaining({ id, x, y, zone: 'plan' }));
    }
  });

  it('needs a canvas that the board has', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const board = await newBoard(house, actor, people.teamId, { template: 'action' });
    const note = addNote(house, actor, board.id, { canvas: 'pdca', text: 'Waarheen?' });
    await expect(note).rejects.toEqual(refused('invalid', 'canvas'));
  });
});
