import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { joinFrames, MAX_POST_BYTES, sizeInPost, splitFrames } from '#board/http-wire.ts';
import { asBoardId } from '#board/ids.ts';
import { CloseCode, Kind, MAX_FRAME_BYTES } from '#board/wire.ts';
import { encodeUpdate } from '#server/sync/frames.ts';
import { RawHttpClient } from '#tests/support/http-client.ts';
import { emptyBoard, until } from '#tests/support/sync.ts';
import { httpWorld } from './http-world.ts';
import type { HttpWorld } from './http-world.ts';

/** Updates of one client, each building on the one before. */
function updates(...keys: string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(encodeUpdate(update)));
  for (const key of keys) doc.getMap('votes').set(key, 1);
  return made;
}

const votesOf = (here: HttpWorld): Promise<string[]> =>
  here.server.rooms.read(here.boardId, ({ votes }) => [...votes.keys()].sort());

const lastSaved = (client: RawHttpClient): number =>
  client.own.flatMap(({ kind, body }) => (kind === Kind.saved ? body.count : [])).at(-1) ?? 0;

describe('what a POST carries', () => {
  test('[SYNC-50] is frames of any size, one after the other', () => {
    const frames = [0, 1, 127, 128, 16_383, 16_384, MAX_FRAME_BYTES].map((n) => new Uint8Array(n));
    expect(splitFrames(joinFrames(frames)).map((frame) => frame.byteLength)).toEqual(
      frames.map((frame) => frame.byteLength),
    );
    expect(splitFrames(new Uint8Array())).toEqual([]);
    for (const frame of frames) {
      expect(joinFrames([frame]).byteLength).toBeLessThanOrEqual(sizeInPost(frame));
      expect(joinFrames([frame]).byteLength).toBeLessThanOrEqual(MAX_POST_BYTES);
    }
  });

  test('[SYNC-50] is read within its bounds, whatever lies behind it in memory', () => {
    const memory = new Uint8Array(100);
    memory[10] = 50;
    expect(() => splitFrames(memory.subarray(10, 20))).toThrow('shorter than it says');
    expect(() => splitFrames(Uint8Array.of(0x80))).toThrow();
    expect(() => splitFrames(new Uint8Array(12).fill(0xff))).toThrow();
  });

  test('[SYNC-7] [SYNC-50] ends its own connection when it is no row of frames', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    expect(await raw.postBody(Uint8Array.of(9, 1, 2))).toBe(204);
    expect((await raw.closed).code).toBe(CloseCode.damaged);
  });
});

describe('the order of POSTs', () => {
  test('[SYNC-53] one that is sent again is answered again, and stored once', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const [a, b] = updates('a', 'b');
    const rows = here.log.boards.get(here.boardId)?.rows.length ?? 0;
    const { framesIn } = here.server.metrics;
    const same = () => raw.post([a ?? new Uint8Array()], { number: 1 });
    expect(await Promise.all([same(), same()])).toEqual([204, 204]);
    expect(await same()).toBe(204);
    expect(await raw.post([b ?? new Uint8Array()], { number: 2 })).toBe(204);
    expect(await same()).toBe(204);
    await until('both are saved', () => lastSaved(raw) === 2);
    expect(here.server.metrics.framesIn - framesIn).toBe(2);
    expect((here.log.boards.get(here.boardId)?.rows.length ?? 0) - rows).toBeLessThanOrEqual(2);
    expect(await votesOf(here)).toEqual(['a', 'b']);
  });

  test('[SYNC-53] one that leaves a gap is not taken', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const frames = updates('a');
    expect(await raw.post(frames, { number: 2 })).toBe(409);
    expect(await votesOf(here)).toEqual([]);
    expect(await raw.post(frames, { number: 1 })).toBe(204);
    await until('it is saved', () => lastSaved(raw) === 1);
  });

  test.each(['0', '-1', '1.5', '1e3', 'x', '', '01', '9'.repeat(16)])(
    '[SYNC-53] a number like "%s" is refused',
    async (number) => {
      const here = await httpWorld();
      const raw = await here.joinedStream('anna');
      const headers = { 'x-sync-number': number };
      expect(await raw.post(updates('a'), { number: 1, headers })).toBe(400);
      expect(await votesOf(here)).toEqual([]);
    },
  );

  test('[SYNC-53] one that breaks off on its way leaves nothing behind', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const body = joinFrames(updates('a'));
    const { port } = new URL(here.server.url);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const head = [
      `POST /sync/${here.boardId}/frames HTTP/1.1`,
      'host: board.test',
      'authorization: Bearer anna',
      `x-sync-session: ${raw.session}`,
      'x-sync-number: 1',
      `content-length: ${body.byteLength}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.end(body.subarray(0, body.byteLength - 1));
    await new Promise((closed) => socket.once('close', closed).resume());
    expect(await votesOf(here)).toEqual([]);
    expect(await raw.postBody(body, { number: 1 })).toBe(204);
    await until('it is saved', () => lastSaved(raw) === 1);
  });
});

describe('whose session it is', () => {
  test('[SYNC-52] an unknown session, one that is over, and one of another board are gone', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const post = (session: string) =>
      raw.post([], { number: 1, headers: { 'x-sync-session': session } });
    expect(await post('made-up')).toBe(410);
    expect(await post('')).toBe(410);
    const other = asBoardId('board-2');
    here.log.addBoard(other, emptyBoard());
    const elsewhere = new RawHttpClient(here.server, `/sync/${other}`, 'anna');
    elsewhere.session = raw.session;
    expect(await elsewhere.post(updates('a'))).toBe(410);
    raw.stop();
    await until('it has left', () => here.server.metrics.sockets === 0);
    expect(await post(raw.session ?? '')).toBe(410);
  });

  test('[SYNC-52] its name is long, and never the same', async () => {
    const here = await httpWorld();
    const [one, two] = [await here.joinedStream('anna'), await here.joinedStream('anna')];
    expect(one.session).toMatch(/^[\w-]{32}$/);
    expect(two.session).not.toBe(one.session);
  });

  test('[SYNC-52] somebody else is told that there is nothing, and does not disturb it', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const as = (authorization: string) =>
      raw.post(updates('forged'), { number: 1, headers: { authorization } });
    expect(await as('Bearer bert')).toBe(404);
    here.server.rights.set('carl', CloseCode.signIn);
    expect(await as('Bearer carl')).toBe(404);
    expect(await votesOf(here)).toEqual([]);
    expect(await raw.post(updates('a'), { number: 1 })).toBe(204);
    await until('anna is saved', () => lastSaved(raw) === 1);
  });

  test('[SYNC-52] nobody is told wrong while rights cannot be looked up', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    here.server.rights.set('anna', CloseCode.restarting);
    expect(await raw.post(updates('a'), { number: 1 })).toBe(503);
    here.server.rights.delete('anna');
    expect(await raw.post(updates('a'), { number: 1 })).toBe(204);
  });

  test('[SYNC-52] a person has so many, and others are not touched by it', async () => {
    const here = await httpWorld();
    const many = await Promise.all(Array.from({ length: 20 }, () => here.joinedStream('anna')));
    const next = await here.stream('anna');
    expect((await next.closed).code).toBe(CloseCode.tooFast);
    await here.joinedStream('bert');
    many[0]?.stop();
    await until('one has left', () => here.server.metrics.sockets === 20);
    await here.joinedStream('anna');
  });
});

describe('bodies', () => {
  test('[SYNC-53] one that says it is too large is not read', async () => {
    const here = await httpWorld();
    const [raw, bert] = [await here.joinedStream('anna'), await here.joinedStream('bert')];
    const status = await raw.postBody(new Uint8Array(MAX_POST_BYTES + 1)).catch(() => 'cut off');
    expect([413, 'cut off']).toContain(status);
    expect((await raw.closed).code).toBe(CloseCode.tooLarge);
    expect(await bert.post([])).toBe(204);
  });

  test('[SYNC-53] one that does not say and turns out too large is not read on', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const headers = { 'transfer-encoding': 'chunked' };
    const body = new Uint8Array(3 * MAX_POST_BYTES);
    const status = await raw.postBody(body, { headers }).catch(() => 'cut off');
    expect([413, 'cut off']).toContain(status);
    expect((await raw.closed).code).toBe(CloseCode.tooLarge);
  });

  test('[SYNC-53] a frame that is too large among what fits is refused like one over a WebSocket', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    expect(await raw.post([new Uint8Array(MAX_FRAME_BYTES + 1)])).toBe(204);
    expect((await raw.closed).code).toBe(CloseCode.tooLarge);
  });

  test('[SYNC-17] [SYNC-50] too many frames at once end the connection', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    await raw.post(Array.from({ length: 1_500 }, () => Uint8Array.of(3)));
    expect((await raw.closed).code).toBe(CloseCode.tooFast);
  });

  test('[SYNC-53] requests beyond what a client makes are put off', async () => {
    const here = await httpWorld();
    const raw = await here.joinedStream('anna');
    const statuses = await Promise.all(
      Array.from({ length: 300 }, () => raw.post([], { number: 1 })),
    );
    expect(new Set(statuses)).toEqual(new Set([204, 429]));
    expect((await here.joinedStream('bert')).session).toBeDefined();
  });
});
