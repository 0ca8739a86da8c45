import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { httpSocketOf } from '#tests/support/http-client.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { startMemoryServer, TestClient, until } from '#tests/support/sync.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

async function setUp(ask: typeof fetch = fetch) {
  const { server, log, boardId } = await startMemoryServer();
  onTestFinished(() => server.stop());
  const client = (name: string): TestClient => {
    const made = new TestClient(server, boardId, name, undefined, {
      WebSocket: httpSocketOf(name, ask),
    });
    onTestFinished(() => made.stop());
    return made;
  };
  return { server, log, boardId, client };
}

const isPost = (input: unknown): boolean => String(input).endsWith('/frames');

test(`[SYNC-53] answers and requests that are lost cost nothing and store nothing twice (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  let lost = 0;
  const poor: typeof fetch = async (input, init) => {
    const lot = isPost(input) ? random() : 1;
    if (lot < 0.2) lost += 1;
    if (lot < 0.1) throw new TypeError('the request is lost');
    const answer = await fetch(input, init);
    if (lot < 0.2) throw new TypeError('the answer is lost');
    return answer;
  };
  const { server, log, boardId, client } = await setUp(poor);
  const anna = client('anna');
  await until('anna is saved', () => anna.saving === 'saved', 20_000);
  for (let i = 0; lost < 5 && i < 200; i++) {
    anna.board.votes.set(`v${i}`, i);
    await until('it is saved', () => anna.saving === 'saved', 20_000);
  }
  expect(lost).toBeGreaterThan(0);
  const stored = new Y.Doc();
  for (const { bytes } of (await log.read(boardId)).rows) Y.applyUpdate(stored, bytes);
  expect(stored.getMap('votes').toJSON()).toEqual(anna.board.votes.toJSON());
  expect(server.metrics.closed.size).toBe(0);
}, 60_000);

test('[SYNC-50] an answer that is no stream of ours is no connection', async () => {
  const answers = [
    () => new Response('<h1>Blocked</h1>', { headers: { 'content-type': 'text/html' } }),
    () => new Response('', { status: 502, headers: { 'content-type': 'text/event-stream' } }),
    () =>
      new Response('event: session\ndata: {"no":1}\n\n', {
        headers: { 'content-type': 'text/event-stream' },
      }),
  ];
  for (const answer of answers) {
    let asked = 0;
    const proxy: typeof fetch = () => {
      asked += 1;
      return Promise.resolve(answer());
    };
    const { client } = await setUp(proxy);
    const anna = client('anna');
    await until('anna is offline', () => anna.link === 'offline');
    expect(asked).toBeGreaterThan(0);
  }
});

test('[SYNC-53] a proxy that answers a POST in our place takes nothing from us', async () => {
  let answered = 0;
  const proxy: typeof fetch = (input, init) => {
    if (!isPost(input) || answered >= 3) return fetch(input, init);
    answered += 1;
    return Promise.resolve(new Response('sign in to the network'));
  };
  const { client, server, boardId } = await setUp(proxy);
  const anna = client('anna');
  anna.board.votes.set('a', 1);
  await until('the proxy answered', () => answered === 2);
  expect(anna.saving).toBe('saving');
  await until('anna is saved', () => anna.saving === 'saved', 10_000);
  expect(await server.rooms.read(boardId, ({ votes }) => votes.has('a'))).toBe(true);
});

test('[SYNC-50] a stream that is cut is opened anew, and what was made meanwhile arrives', async () => {
  const cuts: AbortController[] = [];
  const cuttable: typeof fetch = (input, init) => {
    if (isPost(input)) return fetch(input, init);
    const cut = new AbortController();
    cuts.push(cut);
    const { signal = null } = init ?? {};
    return fetch(input, {
      ...init,
      signal: signal ? AbortSignal.any([signal, cut.signal]) : cut.signal,
    });
  };
  const { client, server } = await setUp(cuttable);
  const anna = client('anna');
  await until('anna is saved', () => anna.saving === 'saved');
  cuts[0]?.abort();
  await until('anna is offline', () => anna.link === 'offline');
  anna.board.votes.set('a', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  expect(cuts).toHaveLength(2);
  expect(server.metrics.sockets).toBe(1);
});
