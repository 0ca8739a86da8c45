import type { Bus } from '#server/sync/bus.ts';
import type { BusWire, WireEvents } from '#server/sync/bus-wire.ts';
import type { Clock } from '#server/sync/clock.ts';
import type { SyncLogger } from '#server/sync/logger.ts';
import { WiredBus } from '#server/sync/wired-bus.ts';

export interface HubOptions {
  readonly clock: Clock;
  /** From 0 up to 1, from a seed. */
  readonly random?: () => number;
  readonly logger?: SyncLogger;
}

/**
 * Several nodes in one process: the real bus over channels in memory. Nothing happens but by the
 * clock, so that a manual one and a seed give the same course of events again.
 */
export class MemoryHub {
  /** Milliseconds that a message travels, at least and at most; order per sender and receiver is kept. */
  delayMs: readonly [least: number, most: number] = [0, 0];
  /** The share of messages that get lost, from 0 to 1. */
  loss = 0;
  /** Messages that were on their way so far. */
  sent = 0;
  private readonly wires = new Map<string, MemoryWire>();

  constructor(private readonly options: HubOptions) {}

  /** A node that is not yet started; its name may not be used again. */
  node(name: string): Bus {
    const { clock, logger = silent } = this.options;
    const wire = new MemoryWire(this, clock);
    this.wires.set(name, wire);
    return new WiredBus({ node: name, wire, clock, logger });
  }

  /** Ends the node's connections, and lets none stand until it is healed. */
  cut(name: string): void {
    this.wire(name).cut();
  }

  /** Lets nothing through, in either direction, although the connections seem to stand. */
  silence(name: string): void {
    this.wire(name).silence();
  }

  /** Does nothing for a node that crashed. */
  heal(name: string): void {
    this.wires.get(name)?.heal();
  }

  /** Ends the node as a crash would: nobody is told. */
  crash(name: string): void {
    this.wire(name).crash();
    this.wires.delete(name);
  }

  /** Says something in the name of nobody. */
  inject(channel: string, text: string): void {
    for (const wire of this.wires.values()) wire.hear(channel, text);
  }

  /** For wires: takes a message to everybody who listens then. */
  carry(from: MemoryWire, channel: string, text: string): void {
    for (const wire of this.wires.values()) {
      if (this.random() < this.loss) continue;
      this.sent += 1;
      const [least, most] = this.delayMs;
      from.sendTo(wire, least + this.random() * (most - least), channel, text);
    }
  }

  private wire(name: string): MemoryWire {
    const wire = this.wires.get(name);
    if (!wire) throw new Error(`there is no node ${name}`);
    return wire;
  }

  private random(): number {
    return this.options.random?.() ?? 0.5;
  }
}

class MemoryWire implements BusWire {
  private readonly channels = new Set<string>();
  private readonly lastArrival = new Map<MemoryWire, number>();
  private events: WireEvents | undefined;
  private road: 'open' | 'silent' | 'cut' = 'open';
  private up = false;

  constructor(
    private readonly hub: MemoryHub,
    private readonly clock: Clock,
  ) {}

  start(events: WireEvents): Promise<void> {
    this.events = events;
    this.connect();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.events = undefined;
    this.up = false;
    return Promise.resolve();
  }

  send(channel: string, text: string): Promise<boolean> {
    if (!this.up) return Promise.resolve(false);
    if (this.road === 'open') this.hub.carry(this, channel, text);
    return Promise.resolve(true);
  }

  listen(channel: string): Promise<void> {
    this.channels.add(channel);
    return Promise.resolve();
  }

  unlisten(channel: string): void {
    this.channels.delete(channel);
  }

  startOver(): void {
    this.disconnect();
    this.clock.after(0, () => this.connect());
  }

  cut(): void {
    this.road = 'cut';
    this.disconnect();
  }

  silence(): void {
    this.road = 'silent';
  }

  crash(): void {
    this.events = undefined;
    this.up = false;
  }

  heal(): void {
    this.road = 'open';
    this.connect();
  }

  sendTo(wire: MemoryWire, ms: number, channel: string, text: string): void {
    const at = Math.max(this.clock.now() + ms, this.lastArrival.get(wire) ?? 0);
    this.lastArrival.set(wire, at);
    this.clock.after(at - this.clock.now(), () => wire.hear(channel, text));
  }

  hear(channel: string, text: string): void {
    if (this.up && this.road === 'open' && this.channels.has(channel)) {
      this.events?.heard(channel, text);
    }
  }

  private connect(): void {
    if (this.up || !this.events || this.road !== 'open') return;
    this.up = true;
    this.events.up();
  }

  private disconnect(): void {
    if (!this.up) return;
    this.up = false;
    this.events?.down();
  }
}

const silent: SyncLogger = { info: () => {}, warn: () => {}, error: () => {} };
