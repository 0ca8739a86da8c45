import { randomBytes } from 'node:crypto';
import type { Bus } from './bus.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { SyncLogger } from './logger.ts';
import { RedisWire } from './redis-wire.ts';
import { WiredBus } from './wired-bus.ts';
import type { BusTiming } from './wired-bus.ts';

export interface RedisBusOptions {
  /** `redis[s]://[user:password@]host[:port][/number]` */
  readonly url: string;
  /** Tells this installation from others on the same Redis, the same on all of its nodes. */
  readonly installation: string;
  readonly logger: SyncLogger;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly timing?: BusTiming;
}

/** The number of what nodes say to each other: those of another do not hear us, and find our rows by the heartbeat. */
const FORMAT = 1;

/** The bus of several nodes that share one Redis. Starts nothing; throws for a url that is none. */
export function redisBus({
  url,
  installation,
  logger,
  clock = systemClock,
  random = Math.random,
  timing,
}: RedisBusOptions): Bus {
  const node = randomBytes(9).toString('base64url');
  const prefix = channelPrefix(url, installation);
  const wire = new RedisWire({ url, prefix, name: `verbeterbord-${node}`, clock, logger, random });
  return new WiredBus({ node, wire, clock, logger, ...(timing ? { timing } : {}) });
}

/** Two installations on one Redis never hear each other, be it by database number or by identity. [SYNC-64] */
export function channelPrefix(url: string, installation: string): string {
  const number = Number(new URL(url).pathname.slice(1) || 0);
  return `verbeterbord:${FORMAT}:${number}:${installation}:`;
}
