import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { addNote } from '#board/edits.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import { changeBoard } from '#server/boards/change-board.ts';
import { readDocument } from '#server/boards/read-document.ts';
import { listSnapshots } from '#server/snapshots/list-snapshots.ts';
import { readSnapshot } from '#server/snapshots/read-snapshot.ts';
import {
  readSnapshotDocument,
  readSnapshotState,
} from '#server/snapshots/read-snapshot-content.ts';
import { restoreSnapshot } from '#server/snapshots/restore-snapshot.ts';
import { takeSnapshot } from '#server/snapshots/take-snapshot.ts';
import { newBoard, newNote, newProposal, newSnapshot, newTask } from '#tests/support/builders.ts';
import { describeOnBothDatabases } from '#tests/support/database.ts';
import { anotherNode } from '#tests/support/house.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describeOnBothDatabases('a snapshot', (open) => {
  const world = useSettledHouse(open);
  let boardId = '';

  beforeEach(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  it('keeps the board as it is, with who, when and why', async () => {
    const { house, people } = world;
    const { actor } = people.coach;
    await newNote(house, actor, boardId);
    await newProposal(house, actor, boardId, { owner: people.member.actor.id });
    await newTask(house, people.member.actor, boardId);
    const now = await readDocument(house, actor, boardId);
    const snapshot = await takeSnapshot(house, actor, boardId, { title: 'Voor de zomer' });
    expect(snapshot).toEqual({
      id: expect.any(String),
      boardId,
      number: 1,
      title: 'Voor de zomer',
      why: 'manual',
      createdBy: { id: actor.id, name: actor.name },
      createdAt: house.clock().toISOString(),
      seq: expect.any(Number),
      epoch: 1,
      ...{ hash: sha256, stateHash: sha256, documentHash: sha256 },
      ...{ format: 1, app: house.version, goneAt: null },
      intact: true,
      counts: { notes: 1, actions: 2, tasks: 1 },
      reviews: [],
    });
    expect(await readSnapshot(house, actor, snapshot.id)).toEqual(snapshot);
    expect(await readSnapshotDocument(house, actor, snapshot.id)).toEqual(now);
  });

  it('holds the whole document', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    await newNote(house, actor, boardId);
    const { id } = await newSnapshot(house, actor, boardId);
    const { doc } = boardDocument(new Y.Doc());
    Y.applyUpdate(doc, await readSnapshotState(house, actor, id));
    expect(projectBoard(boardDocument(doc))).toEqual(await readDocument(house, actor, boardId));
  });

  it('stays as it was, whatever happens to the board [SNAP-1]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    await newNote(house, actor, boardId, 'Toen');
    const snapshot = await newSnapshot(house, actor, boardId);
    const document = await readSnapshotDocument(house, actor, snapshot.id);
    const state = await readSnapshotState(house, actor, snapshot.id);
    await newNote(house, actor, boardId, 'Daarna');
    await newTask(house, actor, boardId);
    await changeBoard(house, actor, boardId, { title: 'Anders' });
    await newSnapshot(house, actor, boardId);
    expect(await readSnapshot(house, actor, snapshot.id)).toEqual(snapshot);
    expect(await readSnapshotDocument(house, actor, snapshot.id)).toEqual(document);
    expect(await readSnapshotState(house, actor, snapshot.id)).toEqual(state);
  });

  it('has the next number, also when several are taken at the same moment [SNAP-2]', async () => {
    const { house, people } = world;
    const elsewhere = anotherNode(house);
    const takers = [house, house, elsewhere.house, elsewhere.house];
    await Promise.all(takers.map((node) => newSnapshot(node, people.member.actor, boardId)));
    await elsewhere.stop();
    const listed = await listSnapshots(house, people.member.actor, boardId);
    expect(listed.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(listed.every(({ intact }) => intact)).toBe(true);
    const rows = await house.db.snapshot.findMany({
      where: { boardId },
      orderBy: { number: 'asc' },
    });
    expect(rows.map(({ previous }) => previous)).toEqual([
      null,
      ...rows.slice(0, -1).map(({ hash }) => hash),
    ]);
  });

  it('can be taken of whatever a browser wrote', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const author = { by: actor.id, byName: actor.name, at: house.clock().toISOString() };
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({
        result: null,
        apply: (board) => {
          addNote(
            board,
            { id: 'shape:odd', canvas: 'pdca', text: 'voor\u0000na \ud83d\ude00 \u202e' },
            author,
          );
        },
      }),
    );
    const { id } = await newSnapshot(house, actor, boardId);
    const { notes } = await readSnapshotDocument(house, actor, id);
    expect(notes.map(({ text }) => text)).toEqual(['voorna \ud83d\ude00 \u202e']);
  });

  it('can be taken of a board that somebody filled with nonsense, and restored to', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    await newNote(house, actor, boardId, 'Blijft leesbaar');
    await house.documents.change(asBoardId(boardId), () =>
      Promise.resolve({ result: null, apply: fillWithNonsense }),
    );
    const { id } = await newSnapshot(house, actor, boardId);
    const { notes } = await readSnapshotDocument(house, actor, id);
    expect(notes.map(({ text }) => text)).toEqual(['Blijft leesbaar']);
    await newNote(house, actor, boardId);
    await restoreSnapshot(house, actor, id, {});
    expect((await readDocument(house, actor, boardId)).notes).toEqual(notes);
    expect(await listSnapshots(house, actor, boardId)).toHaveLength(2);
  });

  it('is for the team', async () => {
    const { house, people } = world;
    const { id } = await newSnapshot(house, people.member.actor, boardId);
    for (const { actor } of [people.member, people.manager, people.coach])
      expect(await readSnapshot(house, actor, id)).toMatchObject({ id });
    for (const { actor } of [people.outsider, people.removed, people.admin])
      await expect(readSnapshot(house, actor, id)).rejects.toEqual(refused('not-found'));
  });
});

const sha256: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);

/** What a client that is none of ours may put under the roots of a board. */
function fillWithNonsense({ records, actions, knowledge }: BoardDocument): void {
  const onPage = { typeName: 'shape', parentId: 'page:pdca', xy: [0, 0] };
  const nonsense: unknown[] = [
    5,
    new Y.Text('text'),
    new Y.Array(),
    mapOf({}),
    mapOf({ ...onPage, type: 'note-card' }),
    mapOf({ ...onPage, type: 'note-card', xy: ['a', null], 'p:w': 200, 'p:text': new Y.Text('x') }),
    mapOf({ ...onPage, type: 'note-card', xy: 5, 'p:text': 7, 'p:color': { a: 1 } }),
    mapOf({ ...onPage, type: 'note-card', parentId: 'shape:6', 'p:text': 'x', 'p:color': 'y' }),
    mapOf({ ...onPage, type: 'zone', 'p:kind': 5, 'p:w': 'wide' }),
    mapOf({ ...onPage, type: 'geo', 'p:richText': 'none' }),
    mapOf({ ...onPage, type: 'text', 'p:richText': { content: 5 } }),
    mapOf({ ...onPage, type: 'arrow' }),
    mapOf({ typeName: 'binding', fromId: 5 }),
  ];
  nonsense.forEach((value, n) => records.set(`shape:${n}`, value as Y.Map<unknown>));
  actions.set('number', 5 as unknown as Y.Map<unknown>);
  actions.set('odd', mapOf({ title: 5, owner: 'x', due: {}, effect: 'x', rung: 'king' }));
  knowledge.set('number', 5 as unknown as Y.Map<unknown>);
  knowledge.set('odd', mapOf({ topic: 5, holders: 5, evidence: mapOf({}) }));
}

function mapOf(entries: Record<string, unknown>): Y.Map<unknown> {
  return new Y.Map(Object.entries(entries));
}
