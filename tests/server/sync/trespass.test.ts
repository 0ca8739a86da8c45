import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

const fact = { state: 'agreed' };

async function setUp() {
  const here = await world();
  await here.server.rooms.change(here.boardId, () =>
    Promise.resolve({ result: undefined, apply: ({ facts }) => void facts.set('task:1', fact) }),
  );
  const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
  return { ...here, anna, bert };
}

test('[SYNC-8] a forged fact is put right for everybody, its author too', async () => {
  const { anna, bert, server, log, boardId } = await setUp();
  const seen: unknown[] = [];
  bert.board.facts.observe(() => seen.push(bert.board.facts.toJSON()));
  anna.doc.transact(() => {
    anna.board.facts.set('task:1', { state: 'done' });
    anna.board.facts.set('task:2', { state: 'done' });
    anna.board.meta.set('epoch', 99);
    anna.board.votes.set('honest', 1);
  });
  await until('it is stored', () => anna.saving === 'saved' && bert.board.votes.has('honest'));
  for (const { board } of [anna, bert]) {
    expect(board.facts.toJSON()).toEqual({ 'task:1': fact });
    expect(board.meta.get('epoch')).toBe(1);
  }
  // What went out was one update, so that nobody ever saw the forgery.
  expect(seen.every((facts) => JSON.stringify(facts) === JSON.stringify({ 'task:1': fact }))).toBe(
    true,
  );
  const stored = new Y.Doc();
  for (const { bytes } of (await log.read(boardId)).rows) {
    Y.applyUpdate(stored, bytes);
    expect(stored.getMap('facts').toJSON()['task:2']).toBeUndefined();
  }
  expect(server.metrics.corrections).toBe(3);
});

test('[SYNC-8] a deleted fact comes back', async () => {
  const { anna, bert } = await setUp();
  anna.board.facts.delete('task:1');
  await until('it is back', () => anna.saving === 'saved' && anna.board.facts.has('task:1'));
  expect(bert.board.facts.toJSON()).toEqual({ 'task:1': fact });
});

test('[SYNC-8] whoever goes on is sent away', async () => {
  const { anna, bert } = await setUp();
  for (let i = 0; i < 3; i++) {
    anna.board.facts.set('task:1', { state: `${i}` });
    await until('it is put right', () => anna.saving === 'saved');
  }
  anna.board.facts.set('task:1', { state: 'again' });
  await until('anna is refused', () => anna.link === 'refused');
  expect(bert.board.facts.toJSON()).toEqual({ 'task:1': fact });
});

test('[SYNC-9] a client with roots of its own is refused for good', async () => {
  const { client, bert } = await setUp();
  const doc = new Y.Doc();
  doc.getMap('private').set('a', 1);
  const odd = client('odd', doc);
  await until('it is refused', () => odd.link === 'refused');
  expect(odd.connection.state.saving).toMatchObject({ is: 'not-saving', reason: 'invalid' });
  expect(bert.doc.share.has('private')).toBe(false);
});
