import { describe, expect, test } from 'vitest';
import { asBoardId } from '#board/ids.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';
import { MemoryHub } from '#tests/support/memory-bus.ts';
import { print } from '#tests/support/print.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { busContract, Ear, entry } from './bus-contract.ts';

const board = asBoardId('board-1');
/** Milliseconds of the manual clock after which a check has failed. */
const PATIENCE_MS = 60_000;
const STEP_MS = 100;

async function eventually(clock: ManualClock, check: () => void): Promise<void> {
  for (let passed = 0; ; passed += STEP_MS) {
    // What waits for a promise comes to it before the time is passed on.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      return check();
    } catch (error) {
      if (passed > PATIENCE_MS) throw error;
      clock.pass(STEP_MS);
    }
  }
}

describe('the bus in memory', () => {
  busContract(() => {
    const clock = new ManualClock();
    const hub = new MemoryHub({ clock });
    hub.delayMs = [1, 1];
    const ticking = keepTicking(clock);
    return Promise.resolve({
      one: hub.node('one'),
      two: hub.node('two'),
      cut: () => hub.cut('one'),
      silence: () => hub.silence('one'),
      heal: () => hub.heal('one'),
      crash: () => hub.crash('one'),
      inject: async (boardId, text) => hub.inject(`board:${boardId}`, text),
      eventually: (check) => eventually(clock, check),
      close: () => Promise.resolve(clearInterval(ticking)),
    });
  });
});

/** For what waits without a check, such as stopping. */
function keepTicking(clock: ManualClock): NodeJS.Timeout {
  return setInterval(() => clock.pass(STEP_MS), 1);
}

test('[SYNC-61] whatever gets lost, after a while everybody sees who is there, and no one else', async () => {
  const seed = Number(process.env.SEED ?? 20261125);
  print(`seed ${seed}`);
  const random = seededRandom(seed);
  const clock = new ManualClock();
  const hub = new MemoryHub({ clock, random });
  hub.delayMs = [1, 400];
  hub.loss = 0.3;
  const nodes = ['a', 'b', 'c'].map((name, n) => {
    const bus = hub.node(name);
    const here = new Map<number, number>();
    const ear = new Ear(() =>
      bus.showAllPresence(
        board,
        [...here].map(([id, at]) => entry(id, at)),
      ),
    );
    return { bus, here, ear, first: n * 100 };
  });
  for (const { bus, ear } of nodes) {
    await bus.start();
    bus.follow(board, ear);
  }
  for (let step = 0; step < 2_000; step++) {
    const node = nodes[Math.floor(random() * nodes.length)] ?? nodes[0];
    if (!node) throw new Error('there are nodes');
    const clientId = node.first + Math.floor(random() * 10);
    const at = (node.here.get(clientId) ?? 0) + 1;
    if (random() < 0.3 && node.here.delete(clientId)) {
      node.bus.showPresence(board, [entry(clientId, at, 'null')]);
    } else {
      node.here.set(clientId, at);
      node.bus.showPresence(board, [entry(clientId, at)]);
    }
    clock.pass(random() * 50);
    if (random() < 0.002) hub.cut('a');
    if (random() < 0.005) hub.heal('a');
    if (step % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  hub.heal('a');
  hub.loss = 0;
  const shouldSee = (ear: Ear): number[] =>
    nodes.filter((node) => node.ear !== ear).flatMap(({ here }) => [...here.keys()]);
  await eventually(clock, () => {
    for (const { ear } of nodes) {
      expect([...ear.shown.keys()].sort()).toEqual(shouldSee(ear).sort());
    }
  });
});

test('the same seed gives the same course of events', async () => {
  const runs = [1, 2].map(async () => {
    const clock = new ManualClock();
    const hub = new MemoryHub({ clock, random: seededRandom(7) });
    hub.delayMs = [1, 50];
    hub.loss = 0.2;
    const [one, two] = [hub.node('one'), hub.node('two')];
    const ear = new Ear();
    await Promise.all([one.start(), two.start()]);
    two.follow(board, ear);
    await eventually(clock, () => expect(one.connected && two.connected).toBe(true));
    for (let seq = 0; seq < 100; seq++) {
      one.ring(board, { epoch: 1, seq });
      clock.pass(5);
    }
    clock.pass(1_000);
    return ear.rings;
  });
  const [first, second] = await Promise.all(runs);
  expect(first?.length).toBeGreaterThan(50);
  expect(first).toEqual(second);
});
