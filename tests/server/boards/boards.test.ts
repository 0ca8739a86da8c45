import { describe, expect, it } from 'vitest';
import { templates } from '#board/api/boards.ts';
import { readBoardFact, readMeasures, readPeople } from '#board/document.ts';
import { readFlat } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import { checkRecord } from '#board/records.ts';
import { addBoard } from '#server/boards/add-board.ts';
import { addNote } from '#server/boards/add-note.ts';
import { binBoard } from '#server/boards/bin-board.ts';
import { changeBoard } from '#server/boards/change-board.ts';
import { emptyBin } from '#server/boards/empty-bin.ts';
import { listBoards } from '#server/boards/list-boards.ts';
import { readBoard } from '#server/boards/read-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { restoreBoard } from '#server/boards/restore-board.ts';
import { readTask } from '#server/tasks/read-task.ts';
import { newBoard, newInvite, newNote, newSnapshot, newTask } from '#tests/support/builders.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

const world = useSettledHouse();

describe('a new board', () => {
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
      documentLog: {
        ...house.documentLog,
        create: () => Promise.reject(new Error('the disk is full')),
      },
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

describe('a note', () => {
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

describe('the bin', () => {
  const idsOf = async (binned: boolean) => {
    const { house, people } = world;
    const boards = await listBoards(house, people.member.actor, { teamId: people.teamId, binned });
    return boards.map(({ id }) => id);
  };

  it('takes a board out of sight, and gives it back as it was', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    await newNote(house, actor, id, 'Blijft bewaard');
    await binBoard(house, actor, id);
    expect(await idsOf(false)).not.toContain(id);
    expect(await idsOf(true)).toEqual([id]);
    await expect(readBoard(house, actor, id)).rejects.toEqual(refused('not-found'));
    await expect(newNote(house, actor, id)).rejects.toEqual(refused('not-found'));
    expect(await restoreBoard(house, actor, id)).toMatchObject({ id, binnedAt: null });
    expect(await idsOf(true)).toEqual([]);
    const { notes } = await readDocument(house, actor, id);
    expect(notes.map(({ text }) => text)).toEqual(['Blijft bewaard']);
    const deeds = await house.db.audit.findMany({ where: { subject: id }, orderBy: { at: 'asc' } });
    expect(deeds.map(({ deed }) => deed)).toEqual(['board.add', 'board.bin', 'board.restore']);
  });

  it('is for members and managers', async () => {
    const { house, people } = world;
    const { id } = await newBoard(house, people.member.actor, people.teamId);
    await expect(binBoard(house, people.coach.actor, id)).rejects.toEqual(refused('no-right'));
    await binBoard(house, people.manager.actor, id);
    await expect(restoreBoard(house, people.coach.actor, id)).rejects.toEqual(refused('no-right'));
    await expect(restoreBoard(house, people.outsider.actor, id)).rejects.toEqual(
      refused('not-found'),
    );
    await restoreBoard(house, people.member.actor, id);
  });

  it('is emptied after 30 days, with everything that hangs from the board', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    await newInvite(house, actor, id);
    await newSnapshot(house, actor, id);
    const kept = await newBoard(house, actor, people.teamId);
    await binBoard(house, actor, id);
    house.time.pass(30 * DAY_MS);
    expect(await emptyBin(house)).toBe(0);
    house.time.pass(1);
    expect(await emptyBin(house)).toBe(1);
    expect(await idsOf(true)).toEqual([]);
    expect(await idsOf(false)).toContain(kept.id);
    const where = { where: { boardId: id } };
    expect(await house.db.boardUpdate.count(where)).toBe(0);
    expect(await house.db.snapshot.count(where)).toBe(0);
    expect(await house.db.invite.count(where)).toBe(0);
    await expect(restoreBoard(house, actor, id)).rejects.toEqual(refused('not-found'));
  });

  it('keeps a board with tasks, because promises outlive it', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const { id } = await newBoard(house, actor, people.teamId);
    const task = await newTask(house, actor, id);
    await binBoard(house, actor, id);
    house.time.pass(400 * DAY_MS);
    expect(await emptyBin(house)).toBe(0);
    expect(await readTask(house, actor, task.id)).toMatchObject({ boardId: id });
    await restoreBoard(house, actor, id);
  });
});
