import { expect, it, onTestFinished } from 'vitest';
import { print } from '../support/print.ts';
import { until } from '../support/sync.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { missingForNodes, startNodes } from './nodes.ts';
import { settle } from './people.ts';
import { size } from './size.ts';
import { tell } from './tell.ts';
import { untilAll, Writer } from './writer.ts';

const ROLLS = size('ROLLS', 1);
/** Milliseconds in which a node has to end, and a person may be cut off (99 of 100). */
const DRAIN_MS = 10_000;
const GAP_MS = 5_000;
const RECOVERY_MS = 20_000;
const PACE_MS = 20;
const WRITERS = 6;

const missing = await missingForNodes();
if (missing) print(`Left out, ${missing}: a rolling restart of two nodes`);

it.skipIf(missing !== undefined)(
  `[SYNC-16] [SYNC-26] two nodes are restarted one after the other ${ROLLS} times while people write`,
  async (context) => {
    const nodes = await startNodes(2);
    const targets = nodes.ports.map((port) => ({ host: '127.0.0.1', port }));
    // Half of the people prefer each node; whoever is sent away is let in by the other one.
    const balancers = await Promise.all(
      [targets, targets.toReversed()].map((order) => new TcpProxy(order).start()),
    );
    for (const balancer of balancers) onTestFinished(() => balancer.stop());
    const [first] = nodes.apps;
    if (!first) throw new Error('no node was started');
    const { boardId, people } = await settle(first, WRITERS);
    const writers = people.map((person, at) => {
      const url = `http://127.0.0.1:${balancers[at % 2]?.port}`;
      return new Writer(url, boardId, person, 0, { between: PACE_MS, patience: 500 });
    });
    onTestFinished(() => writers.forEach((writer) => writer.leave()));
    await untilAll('all saved some', writers, ({ saved }) => saved.size > 2, RECOVERY_MS);
    const gaps = writers.map((writer) => watchGaps(writer));

    const drains: number[] = [];
    const codes: (number | null)[] = [];
    for (let roll = 0; roll < ROLLS * 2; roll++) {
      const asked = performance.now();
      codes.push((await nodes.apps[roll % 2]?.stop()) ?? null);
      drains.push(performance.now() - asked);
      await nodes.again(roll % 2);
      const before = writers.map(({ saved }) => saved.size);
      const allMore = (): boolean =>
        writers.every(({ saved }, at) => saved.size > (before[at] ?? 0));
      await until('all saved more', allMore, RECOVERY_MS);
    }
    for (const writer of writers) await writer.rest();
    await untilAll('all is saved', writers, (one) => one.settled, RECOVERY_MS);
    await untilAlike(
      writers.map(({ doc }) => doc),
      RECOVERY_MS,
    );
    codes.push(...(await Promise.all(nodes.apps.map((app) => app.stop()))));

    const stored = await readStored({ databaseUrl: nodes.databaseUrl }, boardId);
    const written = writers.flatMap((writer) => [...writer.written]);
    const cutOff = gaps.flat().sort((a, b) => a - b);
    const part = (share: number): number => cutOff[Math.floor(share * (cutOff.length - 1))] ?? 0;
    const p99 = part(0.99);
    tell(context, `SIGTERM to each of two nodes in turn × ${ROLLS} while ${WRITERS} people write`, [
      `${written.length} notes, all saved and alike`,
      `a node ended after ${Math.round(Math.max(...drains))} ms at most`,
      `${cutOff.length} times cut off, p50 ${Math.round(part(0.5))} ms, p99 ${Math.round(p99)} ms`,
      `${stored.rows} rows, ${stored.doubled} doubled`,
    ]);
    mustHoldNotes(stored, written);
    expect(stored.doubled).toBe(0);
    await untilAlike([...writers.map(({ doc }) => doc), stored.doc]);
    expect(codes.every((code) => code === 0)).toBe(true);
    mustBeUnhurt(nodes.output());
    expect(Math.max(...drains)).toBeLessThan(DRAIN_MS);
    // Of a handful of times the longest is no 99 of 100.
    expect(p99).toBeLessThan(cutOff.length < 100 ? 2 * GAP_MS : GAP_MS);
  },
  180_000 + ROLLS * 60_000,
);

/** Milliseconds of each time that the person was not connected, growing as they end. */
function watchGaps({ client }: Writer): number[] {
  const gaps: number[] = [];
  let lostAt: number | undefined;
  client.connection.subscribe(() => {
    if (client.link !== 'live' && lostAt === undefined) lostAt = performance.now();
    if (client.link !== 'live' || lostAt === undefined) return;
    gaps.push(performance.now() - lostAt);
    lostAt = undefined;
  });
  return gaps;
}
