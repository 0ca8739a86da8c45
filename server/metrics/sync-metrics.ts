import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { createSyncMetrics } from '../sync/metrics.ts';
import type { HeldBytes, SyncMetrics } from '../sync/metrics.ts';

const PREFIX = 'verbeterbord_sync_';

type Numbers = { [K in keyof SyncMetrics]: SyncMetrics[K] extends number ? K : never };
type NumberOf = Numbers[keyof Numbers];

const gauges: Partial<Record<NumberOf, string>> = {
  rooms: 'Boards held in memory',
  drafts: 'Live documents among them',
  sockets: 'Open connections, over WebSocket and HTTP',
  degradedRooms: 'Boards whose updates wait for the database',
};

const held: Record<keyof HeldBytes, string> = {
  waitingBytes: 'Bytes of updates that are not on disk yet',
  documentBytes: 'Bytes of the documents held in memory',
  unsentBytes: 'Bytes that peers have not taken yet',
};

const counters: Partial<Record<NumberOf, string>> = {
  commits: 'Rows stored',
  committedBytes: 'Bytes of rows stored',
  framesIn: 'Frames that came in',
  framesOut: 'Frames sent',
  bytesOut: 'Bytes sent',
  presenceDropped: 'Presence states passed over',
  corrections: 'Entries put right',
  rebuilds: 'Rooms and drafts that had to start anew',
  compactions: 'Times that rows were folded into a state',
  divergence: 'Documents of clients that differed twice in a row from ours',
};

const labelled: Record<'refused' | 'closed' | 'checks', { help: string; label: string }> = {
  refused: { help: 'Messages and upgrades refused, by error code', label: 'code' },
  closed: { help: 'Connections that we closed, by close code', label: 'code' },
  checks: { help: 'Documents of clients compared with ours, by result', label: 'result' },
};

/** Seconds: a commit takes 1 ms on a quiet disk; after 3 s people are told that it takes long. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10];

/** What the sync engine counts, rendered by the registry; `heldNow` is asked at each scrape. */
export function registerSyncMetrics(registry: Registry, heldNow: () => HeldBytes): SyncMetrics {
  const histogram = (name: string, help: string): Histogram =>
    new Histogram({ name: PREFIX + name, help, buckets: BUCKETS, registers: [registry] });
  const metrics = createSyncMetrics({
    commitSeconds: histogram('commit_seconds', 'One append until it is on disk'),
    broadcastSeconds: histogram(
      'broadcast_seconds',
      'From an update coming in until it is shown to the others',
    ),
  });
  for (const [key, help] of entriesOf(gauges)) gauge(registry, key, help, () => metrics[key]);
  for (const [key, help] of entriesOf(held)) gauge(registry, key, help, () => heldNow()[key]);
  for (const [key, help] of entriesOf(counters)) counter(registry, key, help, () => metrics[key]);
  for (const [key, { help, label }] of entriesOf(labelled)) {
    countsBy(registry, key, help, label, metrics[key]);
  }
  return metrics;
}

function gauge(registry: Registry, key: string, help: string, read: () => number): void {
  new Gauge({
    name: PREFIX + snake(key),
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

function counter(registry: Registry, key: string, help: string, read: () => number): void {
  new Counter({
    name: `${PREFIX}${snake(key)}_total`,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

function countsBy(
  registry: Registry,
  key: string,
  help: string,
  label: string,
  counts: ReadonlyMap<string | number, number>,
): void {
  new Counter({
    name: `${PREFIX}${key}_total`,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of counts) this.inc({ [label]: String(value) }, count);
    },
  });
}

function entriesOf<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function snake(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
