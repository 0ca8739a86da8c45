import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { RawClient, until } from '#tests/support/sync.ts';
import { latch, world } from './world.ts';

describe('the upgrade', () => {
  const own = 'http://board.test';
  const foreign = [
    'https://evil.example',
    'null',
    '',
    'http://board.test.evil.example',
    'http://evil-board.test',
    'https://board.test',
    'http://board.test:81',
    'http://BOARD.test',
    'http://board.test/',
  ];

  async function attempt(headers: Record<string, string>): Promise<'open' | string> {
    const { server, boardId } = await world();
    const raw = new RawClient(server, `/sync/${boardId}`, 'anna', headers);
    onTestFinished(() => raw.stop());
    return raw.opened.then(
      () => 'open',
      (error: Error) => error.message,
    );
  }

  test('[SYNC-1] our own page may connect, with a cookie alone', async () => {
    expect(await attempt({ origin: own, cookie: 'session=1' })).toBe('open');
  });

  test.each(foreign)('[SYNC-1] a page of origin "%s" may not', async (origin) => {
    const authorization = 'Bearer anna';
    expect(await attempt({ origin, cookie: 'session=1' })).toContain('403');
    expect(await attempt({ origin, authorization })).toContain('403');
  });

  test('[SYNC-1] a program without origin needs a token', async () => {
    expect(await attempt({ authorization: 'Bearer anna' })).toBe('open');
    expect(await attempt({ cookie: 'session=1' })).toContain('403');
    expect(await attempt({ authorization: 'Basic YTpi' })).toContain('403');
  });

  test.each([CloseCode.signIn, CloseCode.noRight, CloseCode.noSuchBoard])(
    '[SYNC-2] a refusal is a close code that clients do not retry: %i',
    async (code) => {
      const { server, raw } = await world();
      server.rights.set('anna', code);
      const refused = raw('anna');
      await refused.opened;
      expect((await refused.closed).code).toBe(code);
      expect(refused.frames).toEqual([]);
    },
  );

  test.each(['/sync/', '/sync/a/b', '/sync/..%2f', `/sync/${'x'.repeat(65)}`])(
    '[SYNC-2] a path that names no board: %s',
    async (path) => {
      const { server } = await world();
      const raw = new RawClient(server, path, 'anna');
      onTestFinished(() => raw.stop());
      expect((await raw.closed).code).toBe(4404);
    },
  );

  test('[SYNC-2] a request that is no WebSocket gets an HTTP error', async () => {
    const { server, boardId } = await world();
    const status = await new Promise((resolve, reject) => {
      const headers = { connection: 'Upgrade', upgrade: 'h2c', authorization: 'Bearer anna' };
      const asked = request(`${server.url.replace('ws', 'http')}/sync/${boardId}`, { headers });
      asked.on('response', ({ statusCode }) => resolve(statusCode));
      asked.on('error', reject);
      asked.end();
    });
    expect(status).toBe(400);
  });
});

describe('rights that change', () => {
  test('[SYNC-15] a revoked person’s sockets are closed, on every board, and others stay', async () => {
    const { server, settled } = await world();
    const tabs = [await settled('anna'), await settled('anna')];
    const bert = await settled('bert');
    server.rights.set('anna', CloseCode.noRight);
    await server.rooms.recheck({ personId: 'anna' });
    await until('anna is out', () => tabs.every(({ link }) => link === 'refused'));
    expect(tabs.map(({ connection }) => connection.state.saving)).toMatchObject([
      { is: 'not-saving', reason: 'no-right', changes: 0 },
      { is: 'not-saving', reason: 'no-right', changes: 0 },
    ]);
    bert.board.votes.set('b', 1);
    await until('bert works on', () => bert.saving === 'saved');
    expect(bert.link).toBe('live');
  });

  test('[SYNC-15] only those asked for are asked again', async () => {
    const { server, settled, boardId } = await world();
    const anna = await settled('anna');
    server.rights.set('anna', CloseCode.noRight);
    await server.rooms.recheck({ personId: 'bert' });
    await server.rooms.recheck({ boardId: 'other' as typeof boardId });
    await server.rooms.recheck({ boardId, personId: 'bert' });
    expect(server.metrics.sockets).toBe(1);
    await server.rooms.recheck({ boardId });
    await until('anna is out', () => anna.link === 'refused');
  });

  test('[SYNC-15] a person let up or down is told, and stays', async () => {
    const { server, settled, boardId } = await world();
    const anna = await settled('anna');
    server.rights.set('anna', 'view');
    await server.rooms.recheck({ boardId });
    await until('anna may look', () => anna.connection.state.me?.access === 'view');
    server.rights.set('anna', 'write');
    await server.rooms.recheck({ boardId });
    await until('anna may write', () => anna.connection.state.me?.access === 'write');
    anna.board.votes.set('a', 1);
    await until('anna is saved', () => anna.saving === 'saved');
  });

  test('[SYNC-15] what a revoked person sent and was not yet judged does not count', async () => {
    const { server, settled, log, boardId } = await world();
    const [anna, bert] = [await settled('anna'), await settled('bert')];
    const [begun, disk] = [latch(), latch()];
    log.beforeCommit = () => {
      begun.open();
      return disk.opened;
    };
    bert.board.votes.set('b', 1);
    await begun.opened;
    const { framesIn } = server.metrics;
    anna.board.votes.set('a', 1);
    await until('it came in', () => server.metrics.framesIn > framesIn);
    server.rights.set('anna', CloseCode.noRight);
    await server.rooms.recheck({ personId: 'anna' });
    disk.open();
    await until('bert is saved', () => bert.saving === 'saved');
    expect(await server.rooms.read(boardId, ({ votes }) => votes.toJSON())).toEqual({ b: 1 });
  });
});
