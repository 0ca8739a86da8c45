import { randomUUID } from 'node:crypto';
import { createClient } from '@redis/client';
import { describe, expect, test, vi } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { channelPrefix, redisBus } from '#server/sync/redis-bus.ts';
import { print } from '#tests/support/print.ts';
import { hasRedis, REDIS_URL } from '#tests/support/redis.ts';
import { TcpProxy } from '#tests/support/tcp-proxy.ts';
import { busContract, Ear, entry } from './bus-contract.ts';

const redisIsThere = await hasRedis();
if (!redisIsThere) print('Left out, no Redis found: the bus over Redis');

const board = asBoardId('board-1');
// A hundredth of the real times, so that a test need not wait 30 s for a node to be gone.
const timing = { beatMs: 50, deafMs: 300, goneMs: 300, showMs: 200 };
const PATIENCE = { timeout: 15_000, interval: 5 };
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, PATIENCE);

/** Keeps what a node logs. */
function logged() {
  const lines: { level: string; message: string; fields: Record<string, unknown> }[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, message, fields: fields as Record<string, unknown> });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** The same Redis by way of a wire that can be cut. */
function through(wire: TcpProxy): string {
  const url = new URL(REDIS_URL);
  url.hostname = '127.0.0.1';
  url.port = String(wire.port);
  return url.href;
}

function newWire(): Promise<TcpProxy> {
  const { hostname, port } = new URL(REDIS_URL);
  return new TcpProxy([{ host: hostname, port: Number(port || 6379) }]).start();
}

describe.skipIf(!redisIsThere)('the bus over Redis', () => {
  busContract(async () => {
    const installation = randomUUID();
    const wire = await newWire();
    const logger = logged();
    const injector = createClient({ url: REDIS_URL });
    await injector.connect();
    const node = (url: string) => redisBus({ url, installation, logger, timing });
    return {
      one: node(through(wire)),
      two: node(REDIS_URL),
      cut: () => wire.cut(),
      silence: () => wire.freeze(),
      heal: () => wire.open(),
      crash: () => wire.freeze(),
      inject: async (boardId, text) => {
        await injector.publish(`${channelPrefix(REDIS_URL, installation)}board:${boardId}`, text);
      },
      eventually,
      close: async () => {
        injector.destroy();
        await wire.stop();
      },
    };
  });

  test('[SYNC-63] a Redis that is not there at the start is said once, and found when it comes', async () => {
    const wire = await newWire();
    wire.cut();
    const logger = logged();
    const url = through(wire).replace('redis://', 'redis://me:geheim@');
    const bus = redisBus({ url, installation: randomUUID(), logger, timing });
    await bus.start();
    expect(bus.connected).toBe(false);
    bus.ring(board, { epoch: 1, seq: 1 });
    bus.announce({ is: 'recheck' });
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines[0]?.level).toBe('warn');
    expect(logger.lines[0]?.message).toMatch(/Redis cannot be reached/);
    expect(JSON.stringify(logger.lines)).not.toContain('geheim');
    expect(JSON.stringify(logger.lines)).toContain(String(wire.port));
    await bus.stop();
    await wire.stop();
  });

  test('[SYNC-63] it goes on trying, and connects once Redis is there', async () => {
    const wire = await newWire();
    wire.cut();
    const logger = logged();
    const bus = redisBus({ url: through(wire), installation: randomUUID(), logger, timing });
    await bus.start();
    await eventually(() => expect(logger.lines.length).toBeGreaterThan(0));
    wire.open();
    await eventually(() => expect(bus.connected).toBe(true));
    expect(logger.lines.at(-1)?.message).toMatch(/can be reached/);
    await bus.stop();
    await wire.stop();
  });

  test('[SYNC-63] what cannot be sent does not pile up while Redis hangs', async () => {
    const wire = await newWire();
    const logger = logged();
    const installation = randomUUID();
    const slow = { ...timing, deafMs: 5_000 };
    const bus = redisBus({ url: through(wire), installation, logger, timing: slow });
    const other = redisBus({ url: REDIS_URL, installation, logger, timing });
    await Promise.all([bus.start(), other.start()]);
    await eventually(() => expect([bus.connected, other.connected]).toEqual([true, true]));
    wire.freeze();
    const people = Array.from({ length: 100 }, (_, id) => entry(id, 1, `"${'x'.repeat(8_000)}"`));
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 250; round++) {
      bus.showPresence(board, people);
      if (round % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    print(`200 MB of presence while Redis hangs: memory grew by ${grown.toFixed(0)} MB`);
    expect(grown).toBeLessThan(100);
    wire.open();
    const ear = new Ear();
    other.follow(board, ear);
    await eventually(() => {
      bus.ring(board, { epoch: 1, seq: 1 });
      expect(ear.rings.length).toBeGreaterThan(0);
    });
    await Promise.all([bus.stop(), other.stop()]);
    await wire.stop();
  });

  test('[SYNC-64] two installations on one Redis do not hear each other', async () => {
    const logger = logged();
    const [red, blue] = [randomUUID(), randomUUID()];
    const nodes = [red, red, blue].map((installation) =>
      redisBus({ url: REDIS_URL, installation, logger, timing }),
    );
    const [one, two, stranger] = nodes;
    const ears = [new Ear(), new Ear()];
    await Promise.all(nodes.map((bus) => bus.start()));
    two?.follow(board, ears[0] ?? new Ear());
    stranger?.follow(board, ears[1] ?? new Ear());
    await eventually(() => {
      one?.ring(board, { epoch: 1, seq: 1 });
      expect(ears[0]?.rings.length).toBeGreaterThan(5);
    });
    expect(ears[1]?.rings).toEqual([]);
    await Promise.all(nodes.map((bus) => bus.stop()));
  });
});

test('[SYNC-64] channels name format, database number and installation', () => {
  expect(channelPrefix('redis://host', 'here')).toBe('verbeterbord:1:0:here:');
  expect(channelPrefix('rediss://me:secret@host:7000/3', 'here')).toBe('verbeterbord:1:3:here:');
});
