import { describe, expect, it } from 'vitest';
import { templates } from '#board/api/boards.ts';
import { readBoardFact, readMeasures, readPeople } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { checkRecord } from '#board/records.ts';
import { readFlat } from '#board/flat-record.ts';
import { changeBoard } from '#server/boards/change-board.ts';
import { addBoard } from '#server/boards/add-board.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { newBoard, newNote } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('a new board', () => {
  const world = useSettledHouse();
  const canvasesOf = {
    'improvement-cycle': ['pdca', 'knowledge', 'action'],
    pdca: ['pdca'],
    knowledge: ['knowledge'],
    action: ['action'],
    example: ['pdca', 'knowledge', 'action'],
  };

  it.each(templates)(
    'from the template %s holds its canvases, and valid records only',
    async (template) => {
      const { house, people } = world;
      const board = await newBoard(house, people.member.actor, people.teamId, { template });
      expect(board).toMatchObject({
        title: 'Kortere wachttijd',
        template,
        access: 'write',
        openTasks: 0,
      });
      const document = await readDocument(house, people.member.actor, board.id);
      expect(document.canvases).toEqual(canvasesOf[template]);
      expect(document).toMatchObject({ boardId: board.id, title: board.title });
      const wrong = await house.documents.read(asBoardId(board.id), ({ records }) =>
        [...records.entries()].flatMap(([id, map]) => {
          const checked = checkRecord(readFlat(id, map));
          return checked.ok ? [] : [checked.why];
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('shows its title, team and people from the first moment', async () => {
    const { house, people } = world;
    const { id } = await newBoard(house, people.coach.actor, people.teamId);
    const { fact, names } = await house.documents.read(asBoardId(id), (board) => ({
      fact: readBoardFact(board),
      names: readPeople(board).map(({ name }) => name),
    }));
    expect(fact).toEqual({
      title: 'Kortere wachttijd',
      teamId: people.teamId,
      teamName: 'Polikliniek',
    });
    expect(names).toEqual(['Kees', 'Marieke', 'Sanne']);
  });

  it('is filled in as an example with a measure and proposals, in the language of whoever makes it', async () => {
    const { house, people } = world;
    const make = (locale: 'en' | 'nl') =>
      addBoard(
        house,
        people.otherManager.actor,
        people.otherTeamId,
        { title: 'Vb', template: 'example' },
        locale,
      );
    const documents = [];
    for (const { id } of [await make('nl'), await make('en')])
      documents.push(await readDocument(house, people.otherManager.actor, id));
    for (const { notes, actions, knowledge, measures } of documents) {
      expect(notes.length).toBeGreaterThan(0);
      expect(knowledge.length).toBeGreaterThan(0);
      expect(actions.length).toBeGreaterThan(0);
      expect(actions.every(({ rung, taskId }) => rung === 'proposal' && taskId === null)).toBe(
        true,
      );
      expect(measures.map(({ readings }) => readings.length)).toContain(12);
    }
    const [dutch, english] = documents;
    expect(dutch?.notes.map(({ text }) => text)).not.toEqual(
      english?.notes.map(({ text }) => text),
    );
  });

  it('shows the measure of an example on the boards that are open already', async () => {
    const { house, people } = world;
    const { actor } = people.outsider;
    const first = await newBoard(house, actor, people.otherTeamId, { template: 'pdca' });
    const shown = () =>
      house.documents.read(asBoardId(first.id), (board) => readMeasures(board).length);
    const before = await shown();
    await newBoard(house, actor, people.otherTeamId, { template: 'example' });
    expect(await shown()).toBe(before + 1);
  });

  it('can be renamed; who has it open sees the title at once', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    await readDocument(house, actor, id);
    expect(await changeBoard(house, actor, id, { title: 'Nog korter' })).toMatchObject({
      id,
      title: 'Nog korter',
    });
    expect((await readDocument(house, actor, id)).title).toBe('Nog korter');
  });

  it('stands before those that were changed earlier', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const [one, two] = [
      await newBoard(house, actor, people.teamId),
      await newBoard(house, actor, people.teamId),
    ];
    const firstTwo = async () =>
      (await listBoards(house, actor, { teamId: people.teamId })).slice(0, 2).map(({ id }) => id);
    expect(await firstTwo()).toEqual([two.id, one.id]);
    await newNote(house, actor, one.id);
    expect(await firstTwo()).toEqual([one.id, two.id]);
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const { house, people } = world;
    const broken = {
      ...house,
      documentLog: { create: () => Promise.reject(new Error('the disk is full')) },
    };
    const before = await house.db.board.count();
    const made = newBoard(broken, people.member.actor, people.otherTeamId, { template: 'example' });
    await expect(made).rejects.toEqual(refused('not-found'));
    const failed = newBoard(broken, people.otherManager.actor, people.otherTeamId, {
      template: 'example',
    });
    await expect(failed).rejects.toThrow('the disk is full');
    expect(await house.db.board.count()).toBe(before);
  });

  it('is found by nobody when there is none', async () => {
    const { house, people } = world;
    await expect(readBoard(house, people.member.actor, 'none')).rejects.toEqual(
      refused('not-found'),
    );
  });
});
