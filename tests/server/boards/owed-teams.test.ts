import { describe, expect, it } from 'vitest';
import { readMeasure } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { refreshOwedTeams } from '#server/boards/refresh-team-boards.ts';
import type { House } from '#server/house.ts';
import { addReading } from '#server/measures/add-reading.ts';
import { newBoard, newMeasure } from '#tests/support/builders.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('boards that could not be brought up to date [ACT-32]', () => {
  const world = useSettledHouse();

  it('make no error of what is stored, and follow with the next round', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newMeasure(house, actor, people.teamId);
    const board = await newBoard(house, actor, people.teamId);
    await readDocument(house, actor, board.id); // somebody has it open
    const db = house.db.$extends({
      query: { board: { findMany: () => Promise.reject(new Error('away')) } },
    }) as unknown as House['db'];
    await addReading({ ...house, db }, actor, id, { at: '2026-01-05', value: 7 });
    expect(house.takeLogged()).toMatchObject([
      { msg: 'boards could not be brought up to date; trying again', teamId: people.teamId },
    ]);
    expect(await house.db.reading.count({ where: { measureId: id } })).toBe(1);
    expect([...house.owedTeams]).toEqual([people.teamId]);
    await expect(refreshOwedTeams({ ...house, db })).rejects.toThrow('away');
    await refreshOwedTeams(house);
    expect([...house.owedTeams]).toEqual([]);
    const shown = await house.documents.read(asBoardId(board.id), (document) =>
      readMeasure(document, id),
    );
    expect(shown?.readings).toEqual([{ at: '2026-01-05', value: 7 }]);
  });
});
