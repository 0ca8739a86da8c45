import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CloseCode, Kind } from '#board/wire.ts';
import { encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { storedDocument } from '#tests/support/stored-document.ts';
import { httpWorld } from './http-world.ts';
import { latch } from './world.ts';

const content = (key: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap('votes').set(key, 1);
  return encodeUpdate(Y.encodeStateAsUpdate(doc));
};

describe('our client over HTTP', () => {
  test('[SYNC-50] works with others over WebSockets, is saved, and says who it is', async () => {
    const here = await httpWorld();
    const [anna, bert] = [await here.settledOverHttp('anna'), await here.settled('bert')];
    expect(anna.connection.state.me).toMatchObject({ access: 'write', person: { id: 'anna' } });
    for (let i = 0; i < 30; i++) (i % 2 ? anna : bert).board.votes.set(`v${i}`, i);
    await until(
      'both have all',
      () => anna.board.votes.size === 30 && bert.board.votes.size === 30,
    );
    await until('both are saved', () => anna.saving === 'saved' && bert.saving === 'saved');
    const stored = await storedDocument(here.log, here.boardId);
    expect(stored.getMap('votes').toJSON()).toEqual(anna.board.votes.toJSON());
    expect(Y.encodeStateVector(bert.doc)).toEqual(Y.encodeStateVector(anna.doc));
  });

  test('[SYNC-50] [SYNC-4] is told saved only after the commit', async () => {
    const here = await httpWorld();
    const [anna, bert] = [await here.settledOverHttp('anna'), await here.settled('bert')];
    const [begun, disk] = [latch(), latch()];
    here.log.beforeCommit = () => {
      begun.open();
      return disk.opened;
    };
    anna.board.votes.set('a', 1);
    await begun.opened;
    anna.connection.awareness.setLocalStateField('mark', 1);
    await until('a later frame went round', () =>
      [...bert.connection.awareness.getStates().values()].some((state) => state['mark'] === 1),
    );
    expect(anna.saving).toBe('saving');
    expect(bert.board.votes.has('a')).toBe(false);
    disk.open();
    await until('anna is saved', () => anna.saving === 'saved');
    await until('bert sees it', () => bert.board.votes.get('a') === 1);
  });

  test('[SYNC-50] [SYNC-12] shows where it is, under the name that the server knows', async () => {
    const here = await httpWorld();
    const [anna, bert] = [await here.settledOverHttp('anna'), await here.settled('bert')];
    const shown = () => [...bert.connection.awareness.getStates().values()];
    anna.connection.awareness.setLocalState({ cursor: [1, 2], user: { name: 'somebody else' } });
    await until('bert sees it', () => shown().some((state) => 'cursor' in state));
    expect(shown().find((state) => 'cursor' in state)?.['user']).toMatchObject({ name: 'ANNA' });
    anna.stop();
    await until('anna is gone', () => !shown().some((state) => 'cursor' in state));
  });

  test('[SYNC-50] what was made just before leaving arrives', async () => {
    const here = await httpWorld();
    const anna = await here.settledOverHttp('anna');
    const bert = await here.settled('bert');
    anna.board.votes.set('last', 1);
    anna.connection.stop();
    await until('bert sees it', () => bert.board.votes.has('last'));
    await until('anna has left', () => here.server.metrics.sockets === 1);
  });

  test('[SYNC-50] a board of megabytes goes both ways', async () => {
    const here = await httpWorld();
    const anna = await here.settledOverHttp('anna');
    for (let i = 0; i < 4; i++) anna.doc.getMap('actions').set(`a${i}`, 'é'.repeat(250_000));
    await until('anna is saved', () => anna.saving === 'saved', 15_000);
    const bert = await here.settledOverHttp('bert');
    expect(bert.doc.getMap('actions').toJSON()).toEqual(anna.doc.getMap('actions').toJSON());
  });

  test.each([
    [CloseCode.signIn, 'sign-in'],
    [CloseCode.noRight, 'no-right'],
    [CloseCode.noSuchBoard, 'not-found'],
  ] as const)('[SYNC-50] [SYNC-2] is told %i, and resumes when told to', async (code, reason) => {
    const here = await httpWorld();
    here.server.rights.set('anna', code);
    const anna = here.overHttp('anna');
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason });
    expect(here.server.metrics.closed.get(code)).toBe(1);
    here.server.rights.delete('anna');
    anna.connection.resume();
    await until('anna is saved', () => anna.saving === 'saved');
  });

  test('[SYNC-50] [SYNC-16] comes back by itself after the server stopped, with what it made', async () => {
    const here = await httpWorld();
    const anna = await here.settledOverHttp('anna');
    anna.board.votes.set('before', 1);
    await here.server.rooms.stop();
    await until('anna is offline', () => anna.link === 'offline');
    anna.board.votes.set('meanwhile', 1);
    here.server.rooms.start();
    await until('anna is saved', () => anna.saving === 'saved', 10_000);
    expect(await here.server.rooms.read(here.boardId, ({ votes }) => votes.size)).toBe(2);
  });

  test('[SYNC-50] [SYNC-22] what does not fit into a frame is too large, and not tried again', async () => {
    const here = await httpWorld();
    const anna = await here.settledOverHttp('anna');
    anna.doc.getMap('actions').set('blob', 'x'.repeat(1_200_000));
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.saving).toMatchObject({ is: 'not-saving', reason: 'too-large' });
  });
});

describe('rights over HTTP', () => {
  test('[SYNC-50] [SYNC-5] who may only look reads, and is sent away for a write', async () => {
    const here = await httpWorld();
    here.server.rights.set('viewer', 'view');
    const anna = await here.settled('anna');
    anna.board.votes.set('real', 1);
    const viewer = await here.settledOverHttp('viewer');
    await until('the viewer sees it', () => viewer.board.votes.get('real') === 1);
    expect(viewer.connection.state.me?.access).toBe('view');
    const raw = await here.joinedStream('viewer');
    expect(await raw.post([content('forged')])).toBe(204);
    expect((await raw.closed).code).toBe(4403);
    const refusal = raw.own.find(({ kind }) => kind === Kind.refused);
    expect(refusal?.body).toMatchObject({ message: 1, code: 'read-only' });
    expect(anna.board.votes.toJSON()).toEqual({ real: 1 });
  });

  test('[SYNC-50] [SYNC-15] who is revoked is closed, and what waits to be judged does not count', async () => {
    const here = await httpWorld();
    const [anna, bert] = [await here.settledOverHttp('anna'), await here.settled('bert')];
    const [begun, disk] = [latch(), latch()];
    here.log.beforeCommit = () => {
      begun.open();
      return disk.opened;
    };
    bert.board.votes.set('b', 1);
    await begun.opened;
    const { framesIn } = here.server.metrics;
    anna.board.votes.set('a', 1);
    await until('it came in', () => here.server.metrics.framesIn > framesIn);
    here.server.rights.set('anna', CloseCode.noRight);
    await here.server.rooms.recheck({ personId: 'anna' });
    disk.open();
    await until('anna is out', () => anna.link === 'refused');
    await until('bert is saved', () => bert.saving === 'saved');
    expect(await here.server.rooms.read(here.boardId, ({ votes }) => votes.toJSON())).toEqual({
      b: 1,
    });
  });

  test('[SYNC-52] a right that was taken away counts from the next POST on, before anybody is told', async () => {
    const here = await httpWorld();
    const anna = await here.settled('anna');
    const bert = await here.joinedStream('bert');
    here.server.rights.set('bert', 'view');
    expect(await bert.post([content('late')])).toBe(204);
    expect((await bert.closed).code).toBe(4403);
    const carl = await here.joinedStream('carl');
    here.server.rights.set('carl', CloseCode.noRight);
    expect(await carl.post([content('late')])).toBe(404);
    expect(anna.board.votes.size).toBe(0);
  });
});

test('[SYNC-50] the gate is the same: rubbish ends its own connection and no other', async () => {
  const here = await httpWorld();
  const [anna, bert] = [await here.settledOverHttp('anna'), await here.settled('bert')];
  for (const frame of [Uint8Array.of(0x80), encodeUpdate(Uint8Array.of(1, 2, 3))]) {
    const hostile = await here.joinedStream('hostile');
    await hostile.post([frame]);
    expect((await hostile.closed).code).toBe(CloseCode.damaged);
  }
  anna.board.votes.set('after', 1);
  await until('work goes on', () => bert.board.votes.has('after') && anna.saving === 'saved');
  expect(here.server.metrics.rebuilds).toBe(0);
});
