import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAction, readAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { removeCard } from '#board/card-edits.ts';
import { readTask as readFact } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { dropAction, proposeAction, putRecord } from '#board/edits.ts';
import { taskKey } from '#board/facts.ts';
import { readFlat } from '#board/flat-record.ts';
import { asBoardId } from '#board/ids.ts';
import { ListUndo } from '#components/list/list-undo.ts';
import { confirmAction } from '#server/actions/confirm-action.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { restoreSnapshot } from '#server/snapshots/restore-snapshot.ts';
import { changeTask } from '#server/tasks/change-task.ts';
import { newBoard, newProposal, newSnapshot, newTask } from '#tests/support/builders.ts';
import { anotherNode } from '#tests/support/house.ts';
import { serveBoards } from '#tests/support/house-server.ts';
import type { HouseServer } from '#tests/support/house-server.ts';
import type { Person } from '#tests/support/people.ts';
import { refused } from '#tests/support/refused.ts';
import { TestClient, until } from '#tests/support/sync.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('whatever people do to a board, an action has one task', () => {
  const world = useSettledHouse();
  const clients: TestClient[] = [];
  let server: HouseServer;
  let boardId = '';

  beforeAll(async () => {
    server = await serveBoards(world.house);
    boardId = (await newBoard(world.house, world.people.member.actor, world.people.teamId)).id;
  });

  afterAll(async () => {
    for (const client of clients) client.stop();
    await server.stop();
  });

  /** Somebody who has the board open, as the product's own client has it. */
  async function at(board: string, { token }: Person = world.people.member): Promise<TestClient> {
    const client = new TestClient(server, asBoardId(board), token);
    clients.push(client);
    await until('the board is here', () => client.link === 'live');
    return client;
  }

  const saved = (client: TestClient) => until('it is saved', () => client.saving === 'saved');
  const confirm = (actionId: string, on = boardId, { actor }: Person = world.people.member) =>
    confirmAction(world.house, actor, { boardId: on, actionId });
  const propose = async () =>
    (await newProposal(world.house, world.people.member.actor, boardId)).actionId;

  /** The cards that show the action. */
  const cardsOf = ({ records }: BoardDocument, actionId: string): string[] =>
    [...records.keys()].filter((id) => records.get(id)?.get('p:actionId') === actionId);

  /** One task, one confirmation in its story, and the fact of it on the board; also when asked again. */
  async function mustBeOnce(actionId: string, taskId: string): Promise<void> {
    const { db, documents } = world.house;
    const again = await confirm(actionId, boardId, world.people.manager);
    expect(again).toMatchObject({ made: false, task: { id: taskId } });
    const tasks = await db.task.findMany({ where: { actionId } });
    expect(tasks.map(({ id }) => id)).toEqual([taskId]);
    expect(await db.taskEvent.count({ where: { taskId, kind: 'confirmed' } })).toBe(1);
    const fact = await documents.read(asBoardId(boardId), (board) => readFact(board, actionId));
    expect(fact).toMatchObject({ taskId, state: tasks[0]?.state, revision: tasks[0]?.revision });
  }

  function copyCard(from: BoardDocument, actionId: string, to: BoardDocument, id: string): void {
    const [card = ''] = cardsOf(from, actionId);
    const record = readFlat(card, from.records.get(card) ?? new Y.Map());
    putRecord(to, { ...record, id, x: 900, y: 900 });
  }

  it.each(['before', 'after'])(
    'a card copied on its board %s confirming shows the same action [ACT-6]',
    async (when) => {
      const actionId = await propose();
      const client = await at(boardId);
      const copy = async () => {
        copyCard(client.board, actionId, client.board, `shape:copy-${when}`);
        await saved(client);
      };
      if (when === 'before') await copy();
      const { task } = await confirm(actionId);
      if (when === 'after') await copy();
      await mustBeOnce(actionId, task.id);
      const { actions } = await readDocument(world.house, world.people.member.actor, boardId);
      const shown = actions.filter(({ id }) => id === actionId);
      expect(shown).toEqual([expect.objectContaining({ taskId: task.id })]);
      expect(shown[0]?.cards).toHaveLength(2);
    },
  );

  it('a card pasted on another board makes no task there [ACT-6]', async () => {
    const { house, people } = world;
    const other = await newBoard(house, people.member.actor, people.teamId);
    const actionId = await propose();
    const { task } = await confirm(actionId);
    const [from, to] = [await at(boardId), await at(other.id)];
    copyCard(from.board, actionId, to.board, 'shape:pasted');
    await saved(to);
    await expect(confirm(actionId, other.id)).rejects.toEqual(refused('not-found'));
    await mustBeOnce(actionId, task.id);
  });

  it('the same action put on another board as well is another one, with a task of its own [ACT-6]', async () => {
    const { house, people } = world;
    const other = await newBoard(house, people.member.actor, people.teamId);
    const actionId = await propose();
    const { task } = await confirm(actionId);
    const [from, to] = [await at(boardId), await at(other.id)];
    const action = readAction(from.board, actionId);
    if (action) to.doc.transact(() => addAction(to.board, action));
    await saved(to);
    const there = await confirm(actionId, other.id);
    expect(there).toMatchObject({ made: true, task: { boardId: other.id } });
    expect(there.task.id).not.toBe(task.id);
    expect(await confirm(actionId, other.id)).toMatchObject({ made: false });
    expect(await confirm(actionId)).toMatchObject({ made: false, task: { id: task.id } });
  });

  describe('undoing a proposal after it was confirmed, and redoing it', () => {
    const mine = (name: string): { action: Action; card: { id: string; canvas: 'action' } } => {
      const { id, name: ownName } = world.people.member.actor;
      const seen = { observation: 'Men ziet het', checkOn: '2027-01-15' };
      const action: Action = {
        ...{
          id: crypto.randomUUID(),
          title: 'Bordje ophangen',
          parked: null,
          buddy: null,
          rung: 'proposal',
        },
        ...{ owner: { id, name: ownName }, due: '2026-12-11', effect: seen },
        ...{ by: id, at: '2026-11-23T09:00:00.000Z' },
      };
      return { action, card: { id: `shape:${name}`, canvas: 'action' } };
    };
    const author = { by: 'p1', byName: 'Sanne', at: '2026-11-23T09:00:00.000Z' };

    async function confirmedOn(client: TestClient, actionId: string): Promise<string> {
      await saved(client);
      const { task } = await confirm(actionId);
      await until('the fact is here', () => readFact(client.board, actionId) !== undefined);
      return task.id;
    }

    it('changes no task; its card, which went to its lane meanwhile, stays [ACT-6] [UNDO-4]', async () => {
      const client = await at(boardId);
      const undo = new ListUndo(client.board);
      const { action, card } = mine('stays');
      undo.change((board) => void proposeAction(board, action, card, author));
      const taskId = await confirmedOn(client, action.id);
      for (const step of [() => undo.undo(), () => undo.redo()]) {
        step();
        await saved(client);
        expect(cardsOf(client.board, action.id)).toEqual([card.id]);
        await mustBeOnce(action.id, taskId);
      }
    });

    it('changes no task, also by a client that takes the action away and brings it back [ACT-6]', async () => {
      const client = await at(boardId);
      const { records, actions } = client.board;
      const undo = new Y.UndoManager([records, actions], { trackedOrigins: new Set(['mine']) });
      const { action, card } = mine('goes');
      client.doc.transact(() => void proposeAction(client.board, action, card, author), 'mine');
      const taskId = await confirmedOn(client, action.id);
      undo.undo();
      await saved(client);
      expect(readAction(client.board, action.id)).toBeUndefined();
      await mustBeOnce(action.id, taskId);
      undo.redo();
      await saved(client);
      expect(readAction(client.board, action.id)).toEqual(action);
      await mustBeOnce(action.id, taskId);
    });
  });

  it('restoring a snapshot of before it was confirmed, or proposed, changes no task [ACT-6] [SNAP-3]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const unthought = await newSnapshot(house, actor, boardId);
    const actionId = await propose();
    const proposed = await newSnapshot(house, actor, boardId);
    const { task } = await confirm(actionId);
    await changeTask(house, actor, task.id, { revision: 1, state: 'doing' });
    for (const { id } of [proposed, unthought, proposed]) {
      await restoreSnapshot(house, actor, id, {});
      await mustBeOnce(actionId, task.id);
    }
  });

  it('deleting its card, or the action itself, changes no task [ACT-6]', async () => {
    const actionId = await propose();
    const { task } = await confirm(actionId);
    const client = await at(boardId);
    client.doc.transact(() => {
      for (const card of cardsOf(client.board, actionId)) removeCard(client.board, card);
    });
    await saved(client);
    await mustBeOnce(actionId, task.id);
    client.board.actions.delete(actionId);
    await saved(client);
    await mustBeOnce(actionId, task.id);
    const other = await at(boardId, world.people.manager);
    expect(readFact(other.board, actionId)).toMatchObject({ taskId: task.id });
  });

  it('dropping the proposal on the board after it was confirmed changes no task [ACT-6]', async () => {
    const actionId = await propose();
    const { task } = await confirm(actionId);
    const client = await at(boardId);
    dropAction(client.board, actionId);
    await saved(client);
    await mustBeOnce(actionId, task.id);
  });

  it('a forged fact makes no task and hides none [ACT-6] [SYNC-8]', async () => {
    const { house, people } = world;
    const confirmed = await newTask(house, people.member.actor, boardId);
    const proposed = await propose();
    const client = await at(boardId);
    const real = readFact(client.board, confirmed.actionId);
    client.doc.transact(() => {
      client.board.facts.delete(taskKey(confirmed.actionId));
      client.board.facts.set(taskKey(proposed), { ...real, actionId: proposed });
    });
    await saved(client);
    await until('it is put right', () => readFact(client.board, proposed) === undefined);
    expect(readFact(client.board, confirmed.actionId)).toEqual(real);
    await mustBeOnce(confirmed.actionId, confirmed.id);
    expect(await house.db.task.count({ where: { actionId: proposed } })).toBe(0);
    const { task, made } = await confirm(proposed);
    expect(made).toBe(true);
    await mustBeOnce(proposed, task.id);
  });

  it('a fact that is missing on disk is there again when the board opens [ACT-6] [SYNC-25]', async () => {
    const { house, people } = world;
    const { id, actionId } = await newTask(house, people.member.actor, boardId);
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({ result: null, apply: ({ facts }) => facts.delete(taskKey(actionId)) }),
    );
    const node = anotherNode(house);
    const fact = await node.house.documents.read(asBoardId(boardId), (board) =>
      readFact(board, actionId),
    );
    expect(fact).toMatchObject({ taskId: id, state: 'agreed', revision: 1 });
    await node.stop();
  });
});
