import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** Milliseconds between two looks at the event loop. */
const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** What is cheap to know of this process; the names are those that dashboards for Node expect. */
export function registerProcessMetrics(registry: Registry): void {
  memory(registry);
  processor(registry);
  eventLoop(registry);
}

const MEMORY = [
  ['rss', 'process_resident_memory_bytes', 'Memory that the process holds'],
  ['heapUsed', 'nodejs_heap_size_used_bytes', 'Memory of JavaScript objects'],
  ['external', 'nodejs_external_memory_bytes', 'Memory of buffers'],
] as const;

function memory(registry: Registry): void {
  for (const [key, name, help] of MEMORY) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(process.memoryUsage()[key]);
      },
    });
  }
}

function processor(registry: Registry): void {
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the process, its threads included',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / MICROSECONDS);
    },
  });
}

/** How late timers came since the last scrape; nothing is measured before the first. */
function eventLoop(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late timers came since the last scrape, by quantile',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      const begins = delay.enable();
      for (const quantile of [0.5, 0.99, 1]) {
        const late = delay.percentile(quantile * 100) / NANOSECONDS - RESOLUTION_MS / 1000;
        this.set({ quantile: String(quantile) }, begins ? 0 : Math.max(0, late));
      }
      delay.reset();
    },
  });
}
