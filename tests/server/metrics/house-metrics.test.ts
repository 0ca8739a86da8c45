import { describe, expect, onTestFinished, test } from 'vitest';
import { HouseMetrics } from '#server/metrics/house-metrics.ts';
import { countOne } from '#server/sync/metrics.ts';
import { startMemoryServer, TestClient, until } from '#tests/support/sync.ts';
import { readExposition } from './exposition.ts';
import type { Family } from './exposition.ts';

/** Dashboards and alarms of others rest on these names. */
const contract: Readonly<Record<string, string>> = {
  verbeterbord_sync_rooms: 'gauge',
  verbeterbord_sync_drafts: 'gauge',
  verbeterbord_sync_sockets: 'gauge',
  verbeterbord_sync_degraded_rooms: 'gauge',
  verbeterbord_sync_waiting_bytes: 'gauge',
  verbeterbord_sync_document_bytes: 'gauge',
  verbeterbord_sync_unsent_bytes: 'gauge',
  verbeterbord_sync_commits_total: 'counter',
  verbeterbord_sync_committed_bytes_total: 'counter',
  verbeterbord_sync_frames_in_total: 'counter',
  verbeterbord_sync_frames_out_total: 'counter',
  verbeterbord_sync_bytes_out_total: 'counter',
  verbeterbord_sync_presence_dropped_total: 'counter',
  verbeterbord_sync_corrections_total: 'counter',
  verbeterbord_sync_rebuilds_total: 'counter',
  verbeterbord_sync_compactions_total: 'counter',
  verbeterbord_sync_divergence_total: 'counter',
  verbeterbord_sync_refused_total: 'counter',
  verbeterbord_sync_closed_total: 'counter',
  verbeterbord_sync_checks_total: 'counter',
  verbeterbord_sync_commit_seconds: 'histogram',
  verbeterbord_sync_broadcast_seconds: 'histogram',
  process_resident_memory_bytes: 'gauge',
  process_cpu_seconds_total: 'counter',
  nodejs_heap_size_used_bytes: 'gauge',
  nodejs_external_memory_bytes: 'gauge',
  nodejs_eventloop_lag_seconds: 'gauge',
};

const read = async (metrics: HouseMetrics): Promise<Map<string, Family>> =>
  readExposition(await metrics.text());

const valueOf = (families: Map<string, Family>, name: string): number | undefined =>
  families.get(`verbeterbord_sync_${name}`)?.samples[0]?.value;

describe('the text at /metrics', () => {
  test('[SYNC-75] names every metric with its type and what it means', async () => {
    const families = await read(new HouseMetrics());
    expect(Object.fromEntries([...families].map(([name, { type }]) => [name, type]))).toEqual(
      contract,
    );
    for (const { help } of families.values()) expect(help.length).toBeGreaterThan(5);
  });

  test('[SYNC-75] tells the plain numbers as they are at the scrape, each time anew', async () => {
    const metrics = new HouseMetrics();
    metrics.sync.rooms = 3;
    metrics.sync.commits = 5;
    expect(valueOf(await read(metrics), 'commits_total')).toBe(5);
    metrics.sync.rooms = 2;
    metrics.sync.commits = 7;
    metrics.heldNow = () => ({ waitingBytes: 1, documentBytes: 2, unsentBytes: 3 });
    const families = await read(metrics);
    expect(valueOf(families, 'rooms')).toBe(2);
    expect(valueOf(families, 'commits_total')).toBe(7);
    const held = ['waiting_bytes', 'document_bytes', 'unsent_bytes'];
    expect(held.map((name) => valueOf(families, name))).toEqual([1, 2, 3]);
  });

  test('[SYNC-75] counts refusals and closes by code, and checks by result', async () => {
    const metrics = new HouseMetrics();
    countOne(metrics.sync.refused, 'foreign-id');
    countOne(metrics.sync.closed, 4403);
    countOne(metrics.sync.closed, 4403);
    countOne(metrics.sync.checks, 'same');
    const families = await read(metrics);
    const told = ['refused', 'closed', 'checks'].map((what) =>
      families
        .get(`verbeterbord_sync_${what}_total`)
        ?.samples.map(({ labels, value }) => ({ ...labels, value })),
    );
    expect(told).toEqual([
      [{ code: 'foreign-id', value: 1 }],
      [{ code: '4403', value: 2 }],
      [{ result: 'same', value: 1 }],
    ]);
  });

  test('two of them in one process know nothing of each other', async () => {
    const [one, two] = [new HouseMetrics(), new HouseMetrics()];
    one.sync.commits = 1;
    one.sync.commitSeconds.observe(1);
    const families = await read(two);
    expect(valueOf(families, 'commits_total')).toBe(0);
    expect(families.get('verbeterbord_sync_commit_seconds')?.samples.at(-1)?.value).toBe(0);
  });
});

test('[SYNC-75] a server that works fills the histograms, and says what it holds', async () => {
  const metrics = new HouseMetrics();
  const { server, boardId } = await startMemoryServer({ metrics: metrics.sync });
  onTestFinished(() => server.stop());
  metrics.heldNow = () => server.rooms.heldBytes();
  const [anna, bert] = ['anna', 'bert'].map((name) => {
    const client = new TestClient(server, boardId, name);
    onTestFinished(() => client.stop());
    return client;
  }) as [TestClient, TestClient];
  for (let at = 0; at < 20; at++) anna.board.votes.set(`v${at}`, at);
  await until('all is saved', () => anna.saving === 'saved' && bert.board.votes.size === 20);
  // Bert's Yjs says a little of its own when it comes in, which may be on its way still.
  await until('nothing waits', () => server.rooms.heldBytes().waitingBytes === 0);
  const families = await read(metrics);
  for (const what of ['commit', 'broadcast']) {
    const samples = families.get(`verbeterbord_sync_${what}_seconds`)?.samples ?? [];
    const buckets = samples.filter(({ name }) => name.endsWith('_bucket'));
    const counts = buckets.map(({ value }) => value);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(buckets.at(-1)?.labels).toEqual({ le: '+Inf' });
    expect(samples.at(-1)).toMatchObject({ name: `verbeterbord_sync_${what}_seconds_count` });
    expect(samples.at(-1)?.value).toBe(counts.at(-1));
    expect(counts.at(-1)).toBeGreaterThan(0);
  }
  expect(valueOf(families, 'document_bytes')).toBeGreaterThan(100);
  expect(valueOf(families, 'waiting_bytes')).toBe(0);
  expect(valueOf(families, 'sockets')).toBe(2);
});

test.each([
  ['# TYPE a gauge\na 1\n', 'lacks HELP'],
  ['# HELP a x\n# TYPE a gauge\nb 1\n', 'not of the metric'],
  ['# HELP a x\n# TYPE a gauge\na 1\na 2\n', 'twice'],
  ['# HELP a x\n# TYPE a gauge\na{b=c} 1\n', 'no label'],
  ['# HELP a x\n# TYPE a gauge\na 1', 'does not end'],
])('the reader of these tests refuses what is no exposition: %j', (text, why) => {
  expect(() => readExposition(text)).toThrow(why);
});
