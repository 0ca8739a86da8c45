import { Registry } from 'prom-client';
import type { HeldBytes, SyncMetrics } from '../sync/metrics.ts';
import { registerProcessMetrics } from './process-metrics.ts';
import { registerSyncMetrics } from './sync-metrics.ts';

const NOTHING: HeldBytes = { waitingBytes: 0, documentBytes: 0, unsentBytes: 0 };

/** What the outside may know of this process, as Prometheus reads it (exposition format 0.0.4). */
export class HouseMetrics {
  /** Where the sync engine counts. */
  readonly sync: SyncMetrics;
  /** Asked at each scrape; set once there is something to ask. */
  heldNow: () => HeldBytes = () => NOTHING;
  private readonly registry = new Registry();

  constructor() {
    this.sync = registerSyncMetrics(this.registry, () => this.heldNow());
    registerProcessMetrics(this.registry);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
