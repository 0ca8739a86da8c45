import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Kind } from '#board/wire.ts';
import { encodeAnswer, encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

const doc = new Y.Doc();
doc.getMap('votes').set('forged', 1);
const content = Y.encodeStateAsUpdate(doc);

/** Deletes what is on the board. */
function deletion(state: Uint8Array): Uint8Array {
  const client = new Y.Doc();
  Y.applyUpdate(client, state);
  const before = Y.encodeStateVector(client);
  client.getMap('votes').delete('real');
  return Y.encodeStateAsUpdate(client, before);
}

async function setUp() {
  const here = await world();
  here.server.rights.set('viewer', 'view');
  const anna = await here.settled('anna');
  anna.board.votes.set('real', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  return { ...here, anna };
}

describe('somebody who may only look', () => {
  test('[SYNC-5] reads, and may answer with nothing new, as stock clients always do', async () => {
    const { settled, anna, stock } = await setUp();
    const viewer = await settled('viewer');
    expect(viewer.board.votes.get('real')).toBe(1);
    expect(viewer.connection.state.me?.access).toBe('view');
    const stocky = stock('viewer');
    anna.board.votes.set('later', 1);
    await until(
      'both follow',
      () => viewer.board.votes.has('later') && stocky.doc.getMap('votes').has('later'),
    );
  });

  test('[SYNC-5] may point at things', async () => {
    const { settled, anna } = await setUp();
    const viewer = await settled('viewer');
    viewer.connection.awareness.setLocalStateField('cursor', [1, 2]);
    await until('anna sees the cursor', () =>
      [...anna.connection.awareness.getStates().values()].some((state) => 'cursor' in state),
    );
  });

  const attempts: [string, (state: Uint8Array) => Uint8Array][] = [
    ['an update', () => encodeUpdate(content)],
    ['a sync answer', () => encodeAnswer(content)],
    ['an update with a deletion', (state) => encodeUpdate(deletion(state))],
    ['a sync answer with a deletion', (state) => encodeAnswer(deletion(state))],
    ['an update with a gap', () => encodeUpdate(gap())],
    ['a damaged update', () => encodeUpdate(Uint8Array.of(1, 2, 3))],
  ];

  test.each(attempts)('[SYNC-5] is refused and sent away for %s', async (_what, attempt) => {
    const { joined, anna, log, boardId } = await setUp();
    const viewer = await joined('viewer');
    const rows = log.boards.get(boardId)?.rows.length;
    viewer.send(attempt(Y.encodeStateAsUpdate(anna.doc)));
    expect((await viewer.closed).code).toBe(4403);
    const refusal = viewer.own.find(({ kind }) => kind === Kind.refused);
    expect(refusal?.body).toMatchObject({ message: 1, code: 'read-only' });
    expect(log.boards.get(boardId)?.rows.length).toBe(rows);
    expect(anna.board.votes.toJSON()).toEqual({ real: 1 });
  });

  test('[SYNC-5] cannot write after being let down while the write was on its way', async () => {
    const { settled, anna, server, boardId } = await setUp();
    const bert = await settled('bert');
    server.rights.set('bert', 'view');
    bert.board.votes.set('late', 1);
    await server.rooms.recheck({ boardId });
    await until('bert is refused', () => bert.link === 'refused');
    expect(bert.connection.state.saving).toMatchObject({ is: 'not-saving', reason: 'read-only' });
    expect(anna.board.votes.has('late')).toBe(false);
  });
});

function gap(): Uint8Array {
  const client = new Y.Doc();
  client.getMap('votes').set('a', 1);
  const before = Y.encodeStateVector(client);
  client.getMap('votes').set('b', 1);
  return Y.encodeStateAsUpdate(client, before);
}
