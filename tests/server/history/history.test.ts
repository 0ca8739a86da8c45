import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { asBoardId } from '#board/ids.ts';
import { projectBoard } from '#board/projection.ts';
import { readHistory } from '#server/history/read-history.ts';
import { readPoint } from '#server/history/read-point.ts';
import { checksumOf } from '#server/sync/checksum.ts';
import { foldDocument } from '#server/sync/fold-document.ts';
import { newBoard, newNote, newSnapshot } from '#tests/support/builders.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('the history of a board', () => {
  const world = useSettledHouse();
  let boardId = '';

  beforeEach(async () => {
    const { house, people } = world;
    boardId = (await newBoard(house, people.member.actor, people.teamId)).id;
  });

  const write = (text: string) => newNote(world.house, world.people.member.actor, boardId, text);
  const head = async () =>
    (await world.house.db.board.findUniqueOrThrow({ where: { id: boardId } })).logSeq;
  const history = (cursor?: string) =>
    readHistory(world.house, world.people.member.actor, boardId, { cursor });

  /** The notes on the board after that row. */
  async function notesAt(seq: number): Promise<string[]> {
    const state = await readPoint(world.house, world.people.member.actor, boardId, seq);
    const board = boardDocument(new Y.Doc());
    Y.applyUpdate(board.doc, state);
    return projectBoard(board)
      .notes.map(({ text }) => text)
      .sort();
  }

  async function keepState(): Promise<void> {
    const { house } = world;
    const { state, rows, epoch } = await house.documentLog.read(asBoardId(boardId));
    const folded = foldDocument({ state: state?.bytes, rows: rows.map(({ bytes }) => bytes) });
    const seq = await head();
    const bytes = Uint8Array.from(folded.state);
    await house.db.boardState.create({
      data: { boardId, seq, epoch, bytes, checksum: checksumOf(bytes), proven: true },
    });
  }

  it('opens at every row, whatever was kept before it [SNAP-10]', async () => {
    const { house, people } = world;
    const marks: [number, string[]][] = [];
    const said: string[] = [];
    for (const [n, text] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      await write(text);
      said.push(text);
      marks.push([await head(), [...said]]);
      if (n === 1) await newSnapshot(house, people.member.actor, boardId);
      if (n === 3) await keepState();
    }
    for (const [seq, notes] of marks) expect(await notesAt(seq)).toEqual(notes);
  });

  it('says how far back, and opens nothing before that [SNAP-10]', async () => {
    const { house, people } = world;
    for (const text of ['a', 'b']) await write(text);
    expect(await history()).toMatchObject({ reach: 1, head: await head() });
    await newSnapshot(house, people.member.actor, boardId);
    const kept = await head();
    for (const text of ['c', 'd']) await write(text);
    await house.db.boardUpdate.deleteMany({ where: { boardId, seq: { lte: kept } } });
    expect(await history()).toMatchObject({ reach: kept });
    expect(await notesAt(kept)).toEqual(['a', 'b']);
    expect(await notesAt(kept + 1)).toEqual(['a', 'b', 'c']);
    const { actor } = people.member;
    await expect(readPoint(house, actor, boardId, 1)).rejects.toEqual(refused('gone'));
    for (const seq of [0, 1.5, NaN, (await head()) + 1]) {
      await expect(readPoint(house, actor, boardId, seq)).rejects.toEqual(refused('not-found'));
    }
  });

  it('goes by another kept document where the nearest is damaged', async () => {
    const { house, people } = world;
    await write('a');
    await newSnapshot(house, people.member.actor, boardId);
    await write('b');
    await keepState();
    await house.db.$executeRaw`
      UPDATE board_state SET bytes = set_bit(bytes, 9, 1 - get_bit(bytes, 9)) WHERE board_id = ${boardId}`;
    expect(await notesAt(await head())).toEqual(['a', 'b']);
    expect(house.takeLogged().map(({ msg }) => msg)).toEqual(['a kept document is damaged']);
  });

  it('names who wrote when, in pages [SNAP-10]', async () => {
    const { house, people } = world;
    const { actor } = people.member;
    const doc = new Y.Doc();
    doc.getMap('records').set('x', 1);
    await house.db.boardClient.create({
      data: { boardId, clientId: doc.clientID, personId: actor.id },
    });
    await house.db.board.update({ where: { id: boardId }, data: { logSeq: 4_001 } });
    await house.db.$executeRaw`
      INSERT INTO board_update (board_id, seq, epoch, bytes, checksum, at)
      SELECT ${boardId}, seq, 1, ${Y.encodeStateAsUpdate(doc)}, '', '2026-11-01'::timestamp + seq * interval '40 seconds'
      FROM generate_series(2, 4001) AS seq`;
    const first = await history();
    const point = first.items[0];
    expect(point).toMatchObject({ seq: 4_001, people: [{ id: actor.id, name: actor.name }] });
    const all = [...first.items];
    let cursor = first.nextCursor;
    while (cursor !== null) {
      const page = await history(cursor);
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    // Each begins where the one before it ended, down to the template.
    expect(all.slice(0, -1).map(({ from }) => from - 1)).toEqual(
      all.slice(1).map(({ seq }) => seq),
    );
    expect(all.at(-1)?.from).toBe(1);
  });

  it('is for the team', async () => {
    const { house, people } = world;
    const { actor } = people.outsider;
    await expect(readHistory(house, actor, boardId, {})).rejects.toEqual(refused('not-found'));
    await expect(readPoint(house, actor, boardId, 1)).rejects.toEqual(refused('not-found'));
  });
});
