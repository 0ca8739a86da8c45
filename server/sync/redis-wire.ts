import { createClient } from '@redis/client';
import type { BusWire, WireEvents } from './bus-wire.ts';
import type { Clock } from './clock.ts';
import type { SyncLogger } from './logger.ts';

export interface RedisWireDeps {
  /** `redis[s]://[user:password@]host[:port][/number]` */
  readonly url: string;
  /** Before the name of every channel: who shares a Redis shares all channels, of whatever database number. */
  readonly prefix: string;
  /** Shown in Redis' list of clients. */
  readonly name: string;
  readonly clock: Clock;
  readonly logger: SyncLogger;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Milliseconds until both connections stand and every channel is heard. */
const CONNECT_MS = 10_000;
/** Milliseconds before trying again, doubled each time up to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** Bytes, roughly, that may wait for Redis to take them; what is beyond gets lost, and is repaired later. */
const MAX_WAITING = 8 * 1024 * 1024;

type Client = ReturnType<typeof newClient>;

/** One pair of connections, from its first attempt until anything about it fails. */
interface Line {
  readonly publisher: Client;
  readonly subscriber: Client;
  up: boolean;
  waiting: number;
  readonly lost: Promise<void>;
  readonly lose: () => void;
}

/**
 * Redis' publish and subscribe as the road between nodes. A connection that fails is never mended:
 * both are thrown away and made anew, so that there is one way to come back, with every channel.
 */
export class RedisWire implements BusWire {
  private readonly channels = new Set<string>();
  private events: WireEvents | undefined;
  private line: Line | undefined;
  private failures = 0;
  private complaint: string | undefined;
  private undoRetry: (() => void) | undefined;

  constructor(private readonly deps: RedisWireDeps) {}

  start(events: WireEvents): Promise<void> {
    this.events = events;
    return this.connect();
  }

  stop(): Promise<void> {
    this.events = undefined;
    this.undoRetry?.();
    const line = this.line;
    this.line = undefined;
    if (line) destroy(line);
    return Promise.resolve();
  }

  async send(channel: string, text: string): Promise<boolean> {
    const line = this.line;
    if (!line?.up || line.waiting + text.length > MAX_WAITING) return false;
    line.waiting += text.length;
    try {
      await line.publisher.publish(this.deps.prefix + channel, text);
      return true;
    } catch {
      return false;
    } finally {
      line.waiting -= text.length;
    }
  }

  async listen(channel: string): Promise<void> {
    this.channels.add(channel);
    const subscriber = this.line?.subscriber;
    if (subscriber?.isReady) await this.subscribe(subscriber, [channel]).catch(nothing);
  }

  unlisten(channel: string): void {
    this.channels.delete(channel);
    const subscriber = this.line?.subscriber;
    if (!subscriber?.isReady) return;
    // With the listener: else the client takes a new subscription that crosses this one for the old.
    subscriber.unsubscribe(this.deps.prefix + channel, this.onMessage).catch(nothing);
  }

  startOver(why: string): void {
    if (this.line) this.lose(this.line, new Error(why));
  }

  private async connect(): Promise<void> {
    const line = this.newLine();
    this.line = line;
    const undo = this.deps.clock.after(CONNECT_MS, () => this.lose(line, new Error('no answer')));
    const opening = this.open(line).catch((error: unknown) => this.lose(line, error));
    // A client that is destroyed while it connects may never settle its promise.
    await Promise.race([opening, line.lost]);
    undo();
  }

  private async open(line: Line): Promise<void> {
    await Promise.all([line.publisher.connect(), line.subscriber.connect()]);
    await this.subscribe(line.subscriber, [...this.channels]);
    if (this.line !== line) return;
    line.up = true;
    this.failures = 0;
    this.complaint = undefined;
    this.deps.logger.info({ redis: place(this.deps.url) }, 'other nodes can be reached by Redis');
    this.events?.up();
  }

  private newLine(): Line {
    let lose = nothing;
    const lost = new Promise<void>((resolve) => (lose = resolve));
    const [publisher, subscriber] = [newClient(this.deps), newClient(this.deps)];
    const line: Line = { publisher, subscriber, up: false, waiting: 0, lost, lose };
    for (const client of [publisher, subscriber]) {
      client.on('error', (error: unknown) => this.lose(line, error));
      // One that was thrown away while it connected would otherwise stay open for ever.
      client.on('ready', () => this.line !== line && client.destroy());
    }
    return line;
  }

  private lose(line: Line, error: unknown): void {
    if (this.line !== line) return;
    this.line = undefined;
    destroy(line);
    this.complain(error);
    if (line.up) this.events?.down();
    if (!this.events) return;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS);
    this.failures += 1;
    // Between half and one and a half of it: nodes that lost Redis together do not come back together.
    const jitter = 0.5 + this.deps.random();
    this.undoRetry = this.deps.clock.after(pause * jitter, () => void this.connect());
  }

  /** One line for an outage, and another only when the reason changes. */
  private complain(error: unknown): void {
    const reason = describe(error);
    if (reason === this.complaint) return;
    this.complaint = reason;
    this.deps.logger.warn(
      { redis: place(this.deps.url), reason },
      'Redis cannot be reached: this node works alone and goes on trying',
    );
  }

  private async subscribe(subscriber: Client, channels: readonly string[]): Promise<void> {
    if (channels.length === 0) return;
    const names = channels.map((channel) => this.deps.prefix + channel);
    await subscriber.subscribe(names, this.onMessage);
  }

  private readonly onMessage = (text: string, name: string): void => {
    this.events?.heard(name.slice(this.deps.prefix.length), text);
  };
}

function newClient({ url, name }: RedisWireDeps) {
  return createClient({
    url,
    name,
    socket: { reconnectStrategy: false },
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    // A timer for each publication costs more than it tells: the bus notices when nothing comes back.
    commandOptions: { timeout: 0 },
  });
}

function destroy({ publisher, subscriber, lose }: Line): void {
  for (const client of [publisher, subscriber]) client.destroy();
  lose();
}

function nothing(): void {}

/** Host and port: what helps to find the mistake, and never the password. */
function place(url: string): string {
  return new URL(url).host || 'localhost';
}

function describe(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
