import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { Backlog } from '#server/sync/backlog.ts';
import { readBody } from '#server/sync/http-body.ts';
import { HttpSocket } from '#server/sync/http-socket.ts';
import { ask, RawHttpClient, statusOf } from '#tests/support/http-client.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { until } from '#tests/support/sync.ts';
import { httpWorld } from './http-world.ts';

describe('who may ask over HTTP', () => {
  const own = 'http://board.test';
  const foreign = [
    'https://evil.example',
    'null',
    '',
    'http://board.test.evil.example',
    'https://board.test',
    'http://board.test:81',
    'http://BOARD.test',
  ];
  const authorization = 'Bearer anna';
  const cookie = 'session=1';

  async function setUp() {
    const { server, boardId, stream, joinedStream } = await httpWorld();
    const open = async (method: string, headers: Record<string, string>) => {
      const answer = await ask(server, `/sync/${boardId}/events`, { method, headers });
      answer.destroy();
      return answer.statusCode;
    };
    const post = async (headers: Record<string, string>) => {
      const { session = '' } = await joinedStream('anna');
      const own = { 'x-sync-session': session, 'x-sync-number': '1' };
      const asked = { method: 'POST', headers: { ...own, ...headers } };
      return statusOf(server, `/sync/${boardId}/frames`, asked);
    };
    return { server, open, post, stream };
  }

  test('[SYNC-51] our own page may, with a cookie alone', async () => {
    const { open, post } = await setUp();
    expect(await open('POST', { origin: own, cookie })).toBe(200);
    expect(await open('GET', { origin: own, cookie })).toBe(200);
    expect(await open('GET', { 'sec-fetch-site': 'same-origin', cookie })).toBe(200);
    // The test's server knows people by token only, so it finds somebody else here, not a stranger page.
    expect(await post({ origin: own, cookie })).toBe(404);
    expect(await post({ origin: own, authorization })).toBe(204);
  });

  test.each(foreign)('[SYNC-51] a page of origin "%s" may not', async (origin) => {
    const { open, post, server } = await setUp();
    for (const sent of [{ cookie }, { authorization }]) {
      expect(await open('GET', { origin, ...sent })).toBe(403);
      expect(await open('POST', { origin, 'sec-fetch-site': 'same-origin', ...sent })).toBe(403);
      expect(await post({ origin, ...sent })).toBe(403);
    }
    expect(server.metrics.refused.get('no-right')).toBe(6);
  });

  test.each(['same-site', 'cross-site', 'none', ''])(
    '[SYNC-51] a cookie without origin does not do, fetched "%s"',
    async (site) => {
      const { open, post } = await setUp();
      expect(await open('GET', { cookie, ...(site ? { 'sec-fetch-site': site } : {}) })).toBe(403);
      expect(await open('POST', { cookie, 'sec-fetch-site': site || 'same-origin' })).toBe(403);
      expect(await post({ cookie, 'sec-fetch-site': 'same-origin' })).toBe(403);
    },
  );

  test('[SYNC-51] a program needs a token', async () => {
    const { open, post } = await setUp();
    expect(await open('GET', { authorization })).toBe(200);
    expect(await post({ authorization })).toBe(204);
    expect(await open('GET', { authorization: 'Basic YTpi' })).toBe(403);
  });

  test('[SYNC-51] no page of another origin is allowed by an answer', async () => {
    const { server, stream } = await setUp();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const asked = await ask(server, '/sync/board-1/frames', { method: 'OPTIONS', headers });
    asked.resume();
    expect(asked.statusCode).toBe(403);
    const { head } = await stream('anna');
    expect(Object.keys({ ...asked.headers, ...head?.headers }).join()).not.toContain(
      'allow-origin',
    );
  });

  test.each([
    ['DELETE', '/sync/board-1/events', 405],
    ['GET', '/sync/board-1/frames', 405],
    ['GET', '/sync/board-1', 404],
    ['GET', '/sync/board-1/events/more', 404],
    ['GET', '/sync//events', 404],
    ['GET', '/sync/..%2f/events', 404],
    ['GET', `/sync/${'x'.repeat(65)}/events`, 404],
    ['GET', '/sync/board-1/other', 404],
  ])('[SYNC-50] %s %s is answered with %i', async (method, path, status) => {
    const { server } = await setUp();
    expect(await statusOf(server, path, { method, headers: { authorization } })).toBe(status);
  });
});

describe('the stream', () => {
  test('[SYNC-50] is not kept, changed or held back on its way', async () => {
    const { stream } = await httpWorld();
    const { head } = await stream('anna');
    expect(head?.statusCode).toBe(200);
    expect(head?.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
  });

  test('[SYNC-50] [SYNC-20] takes the same query as the upgrade', async () => {
    const { server, boardId } = await httpWorld();
    const old = new RawHttpClient(server, `/sync/${boardId}`, 'anna', '?protocol=1&epoch=7');
    await old.open();
    expect((await old.closed).code).toBe(CloseCode.epochChanged);
    const stock = await new RawHttpClient(server, `/sync/${boardId}`, 'anna', '').open();
    onTestFinished(() => stock.stop());
    await until('it is asked', () => stock.ofKind(0).length > 0);
    expect(stock.own).toEqual([]);
  });

  test('[SYNC-50] [SYNC-14] its end is the end of the connection', async () => {
    const { server, joinedStream } = await httpWorld({ idleMs: 5 });
    const raw = await joinedStream('anna');
    expect(server.metrics.sockets).toBe(1);
    raw.stop();
    await until('the room is dropped', () => server.metrics.rooms === 0);
    expect(server.metrics.sockets).toBe(0);
  });

  test('[SYNC-16] [SYNC-50] stopping says goodbye, and whoever comes after it is turned away', async () => {
    const { server, joinedStream, boardId } = await httpWorld();
    const raw = await joinedStream('anna');
    await server.rooms.stop();
    await server.overHttp.stop();
    expect((await raw.closed).code).toBe(CloseCode.restarting);
    const headers = { authorization: 'Bearer anna' };
    expect(await statusOf(server, `/sync/${boardId}/events`, { headers })).toBe(503);
  });

  test('[SYNC-16] [SYNC-50] a peer that takes no farewell does not keep the server', async () => {
    const { server, joinedStream } = await httpWorld();
    const raw = await joinedStream('anna');
    raw.pause();
    await server.rooms.stop();
    const from = performance.now();
    await server.overHttp.stop();
    expect(performance.now() - from).toBeLessThan(3_000);
  });
});

/** The server's half of one stream, and a reader that has got its head. */
async function oneStream() {
  const clock = new ManualClock();
  let made: (stream: { socket: HttpSocket; gone: Promise<unknown> }) => void;
  const stream = new Promise<{ socket: HttpSocket; gone: Promise<unknown> }>((is) => (made = is));
  const server: Server = createServer((_req, res) => {
    const socket = new HttpSocket(res, clock);
    socket.start();
    made({ socket, gone: new Promise((closed) => res.once('close', closed)) });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reader = await new RawHttpClient({ url }, '/sync/board-1', 'anna').open();
  onTestFinished(() => {
    reader.stop();
    server.close();
    server.closeAllConnections();
  });
  return { clock, reader, ...(await stream) };
}

describe('a slow reader', () => {
  test('[SYNC-54] [SYNC-18] what it does not take is counted, and it is found too slow', async () => {
    const { clock, reader, socket, gone } = await oneStream();
    reader.pause();
    const backlog = new Backlog(socket, clock);
    for (let i = 0; i < 20; i++) socket.send(new Uint8Array(1 << 20));
    // The machine's own buffers take a few megabytes; the rest waits here.
    await new Promise((taken) => setImmediate(taken));
    expect(socket.bufferedAmount).toBeGreaterThan(10 << 20);
    expect(backlog.late).toBe(true);
    expect(backlog.verdict()).toBeUndefined();
    clock.pass(31_000);
    expect(backlog.verdict()).toBe(CloseCode.tooSlow);
    socket.close(CloseCode.tooSlow, 'too slow');
    socket.terminate();
    await gone;
    expect(socket.bufferedAmount).toBe(0);
  });

  test('[SYNC-54] one that takes no farewell is ended after a while', async () => {
    const { clock, reader, socket, gone } = await oneStream();
    reader.pause();
    for (let i = 0; i < 20; i++) socket.send(new Uint8Array(1 << 20));
    socket.close(CloseCode.restarting, 'restarting');
    socket.send(Uint8Array.of(1));
    clock.pass(5_000);
    await gone;
  });
});

describe('a sign of life', () => {
  test('[SYNC-54] is asked for by a comment', async () => {
    const { reader, socket } = await oneStream();
    await until('the padding came', () => reader.comments.length === 1);
    socket.ping();
    await until('the comment came', () => reader.comments.length === 2);
    expect(reader.frames).toEqual([]);
  });

  test('[SYNC-54] [SYNC-21] is any POST of the session; without one the connection is ended', async () => {
    const clock = new ManualClock();
    const here = await httpWorld({ clock });
    const [lively, dead] = [await here.joinedStream('anna'), await here.joinedStream('bert')];
    for (let i = 0; i < 5; i++) {
      expect(await lively.post([])).toBe(204);
      clock.pass(10_000);
    }
    expect((await dead.closed).code).toBe(1006);
    expect(here.server.metrics.sockets).toBe(1);
  });
});

test('[SYNC-53] a body that does not come in time is given up', async () => {
  const clock = new ManualClock();
  const answered = new Promise<unknown>((resolve) => {
    const server = createServer((req, res) => {
      void readBody(req, { bytes: 100, ms: 30_000 }, clock).then((body) => {
        resolve(body);
        res.destroy();
      });
      clock.pass(30_000);
    });
    onTestFinished(() => void server.close());
    server.listen(0, '127.0.0.1', () => {
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const asked = { method: 'POST', headers: { 'content-length': '50' } };
      ask({ url }, '/', { ...asked, body: new Uint8Array(10) }).catch(() => {});
    });
  });
  expect(await answered).toEqual({ ok: false, status: 408 });
});
