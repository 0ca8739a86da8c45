import type { SyncMetrics } from './sync/metrics.ts';

const gauges = new Set(['rooms', 'sockets', 'degradedRooms']);

/** The sync engine's counts as Prometheus text (exposition format 0.0.4). */
export function syncMetricsText(metrics: SyncMetrics): string {
  const { refused, closed, ...numbers } = metrics;
  const lines = Object.entries(numbers).map(([key, value]) => {
    const type = gauges.has(key) ? 'gauge' : 'counter';
    const name = `verbeterbord_sync_${snake(key)}${type === 'counter' ? '_total' : ''}`;
    return `# TYPE ${name} ${type}\n${name} ${value}\n`;
  });
  return [...lines, labelled('refused', refused), labelled('closed', closed), memory()].join('');
}

function labelled(what: string, counts: ReadonlyMap<string | number, number>): string {
  const name = `verbeterbord_sync_${what}_total`;
  const rows = [...counts].map(([code, count]) => `${name}{code="${code}"} ${count}\n`);
  return `# TYPE ${name} counter\n${rows.join('')}`;
}

function memory(): string {
  const name = 'process_resident_memory_bytes';
  return `# TYPE ${name} gauge\n${name} ${process.memoryUsage.rss()}\n`;
}

function snake(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
