import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { CloseCode } from '#board/wire.ts';
import { BoardConnection } from '#components/sync/board-connection.ts';
import {
  emptyBoard,
  RawClient,
  socketOf,
  startMemoryServer,
  TestClient,
  until,
} from '#tests/support/sync.ts';

async function setUp() {
  const { server, log, boardId } = await startMemoryServer();
  onTestFinished(() => server.stop());
  const client = (name: string): TestClient => {
    const made = new TestClient(server, boardId, name);
    onTestFinished(() => made.stop());
    return made;
  };
  return { server, log, boardId, client };
}

describe('one board’s connection', () => {
  test('[SYNC-22] connects, says who we are, and calls all saved', async () => {
    const { client } = await setUp();
    const anna = client('anna');
    expect(anna.connection.state).toEqual({
      link: { is: 'connecting' },
      saving: { is: 'saving' },
      me: undefined,
      transport: 'websocket',
      setAside: undefined,
    });
    await until('anna is saved', () => anna.saving === 'saved');
    expect(anna.connection.state.link).toEqual({ is: 'live' });
    expect(anna.connection.state.me).toEqual({
      access: 'write',
      person: { id: 'anna', name: 'ANNA', color: '#123456' },
    });
  });

  test('[SYNC-22] nothing starts before start, and everything ends with stop', async () => {
    const { server, boardId } = await setUp();
    const doc = new Y.Doc();
    onTestFinished(() => doc.destroy());
    const connection = new BoardConnection({
      boardId,
      doc,
      server: server.url,
      WebSocket: socketOf('anna'),
    });
    expect(server.metrics.sockets).toBe(0);
    connection.start();
    connection.start();
    await until('it is live', () => connection.state.link.is === 'live');
    expect(server.metrics.sockets).toBe(1);
    connection.stop();
    await until('it is gone', () => server.metrics.sockets === 0);
    expect(connection.state.link).toEqual({ is: 'offline' });
    doc.getMap('votes').set('a', 1);
    connection.start();
    await until('it is saved', () => connection.state.saving.is === 'saved');
  });

  test('[SYNC-22] tells its listeners of each change until they leave', async () => {
    const { client } = await setUp();
    const anna = client('anna');
    const seen: string[] = [];
    const undo = anna.connection.subscribe(() => seen.push(anna.saving));
    await until('anna is saved', () => anna.saving === 'saved');
    anna.board.votes.set('a', 1);
    expect(seen.at(-1)).toBe('saving');
    await until('anna is saved again', () => anna.saving === 'saved');
    undo();
    const { length } = seen;
    anna.board.votes.set('b', 1);
    expect(seen).toHaveLength(length);
  });

  test('[SYNC-22] changes made offline are counted, and saved on the way back', async () => {
    const { client, server, log, boardId } = await setUp();
    const anna = client('anna');
    await until('anna is saved', () => anna.saving === 'saved');
    server.rights.set('anna', CloseCode.restarting);
    anna.cut();
    await until('anna is offline', () => anna.link === 'offline');
    for (let i = 0; i < 3; i++) anna.board.votes.set(`v${i}`, i);
    expect(anna.connection.state.saving).toEqual({ is: 'offline', changes: 3, kept: false });
    server.rights.delete('anna');
    await until('anna is saved', () => anna.saving === 'saved');
    const stored = new Y.Doc();
    for (const { bytes } of (await log.read(boardId)).rows) Y.applyUpdate(stored, bytes);
    expect(stored.getMap('votes').size).toBe(3);
  });

  test('[SYNC-22] comes back by itself after the server restarted', async () => {
    const { client, server } = await setUp();
    const anna = client('anna');
    await until('anna is live', () => anna.link === 'live');
    anna.cut();
    await until('anna is offline', () => anna.link === 'offline');
    await until('anna is back', () => anna.link === 'live' && anna.saving === 'saved');
    expect(server.metrics.sockets).toBe(1);
  });

  test.each([
    [CloseCode.signIn, 'sign-in'],
    [CloseCode.noRight, 'no-right'],
    [CloseCode.noSuchBoard, 'not-found'],
  ] as const)('[WIRE-2] stops trying after %i and resumes when told', async (code, reason) => {
    const { client, server } = await setUp();
    server.rights.set('anna', code);
    const anna = client('anna');
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason });
    expect(server.metrics.closed.get(code)).toBe(1);
    server.rights.delete('anna');
    anna.connection.resume();
    expect(anna.link).toBe('connecting');
    await until('anna is live', () => anna.link === 'live');
  });

  test('[SYNC-20] a rebuilt board is not mixed with the document from before', async () => {
    const { client, server, log, boardId } = await setUp();
    const anna = client('anna');
    await until('anna is saved', () => anna.saving === 'saved');
    server.rights.set('anna', CloseCode.restarting);
    anna.cut();
    await until('anna is offline', () => anna.link === 'offline');
    await server.rooms.stop();
    const at = log.boards.get(boardId)?.position ?? { epoch: 1, seq: 1 };
    await log.rebuild(boardId, at, emptyBoard());
    server.rooms.start();
    anna.board.votes.set('old', 1);
    server.rights.delete('anna');
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason: 'epoch-changed' });
    expect(await server.rooms.read(boardId, ({ votes }) => votes.size)).toBe(0);
  });

  test('[SYNC-22] what does not fit into a frame is said to be too large, and not tried again', async () => {
    const { client, server } = await setUp();
    const anna = client('anna');
    await until('anna is saved', () => anna.saving === 'saved');
    anna.doc.getMap('actions').set('blob', 'x'.repeat(1_200_000));
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.saving).toMatchObject({ is: 'not-saving', reason: 'too-large' });
    expect(server.metrics.closed.get(1009)).toBeUndefined();
  });
});

test('[WIRE-3] both sides count the same messages', async () => {
  const { server, boardId, client } = await setUp();
  const anna = client('anna');
  await until('anna is saved', () => anna.saving === 'saved');
  for (let i = 0; i < 25; i++) {
    anna.board.votes.set('n', i);
    anna.connection.awareness.setLocalStateField('cursor', i);
    if (i % 5 === 0) await new Promise((next) => setImmediate(next));
  }
  const raw = new RawClient(server, `/sync/${boardId}?protocol=1`, 'bert');
  onTestFinished(() => raw.stop());
  await until('anna is saved', () => anna.saving === 'saved');
});
