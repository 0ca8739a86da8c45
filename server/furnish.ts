import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { Attempts } from './auth/attempts.ts';
import { readAuthSecret } from './auth/auth-secret.ts';
import { collectFacts, factsChange } from './boards/facts.ts';
import type { Database } from './db/open-database.ts';
import { isLoopback } from './env.ts';
import type { Env } from './env.ts';
import type { House, Tx } from './house.ts';
import { reachableHosts } from './reachable-hosts.ts';
import { onTheSpot } from './sync/heavy-jobs.ts';
import { createSyncMetrics } from './sync/metrics.ts';
import type { SyncMetrics } from './sync/metrics.ts';
import { PrismaUpdateLog } from './sync/prisma-update-log.ts';
import { Rooms } from './sync/rooms.ts';
import { syncMetricsText } from './sync-metrics-text.ts';

export interface Furnished {
  readonly house: House;
  readonly rooms: Rooms<Tx>;
  readonly metrics: SyncMetrics;
}

/** Puts together what use cases work with. */
export async function furnish(env: Env, log: Logger, database: Database): Promise<Furnished> {
  const metrics = createSyncMetrics();
  const documentLog = new PrismaUpdateLog(database.prisma);
  const rooms = new Rooms<Tx>({
    log: documentLog,
    heavy: onTheSpot,
    logger: log,
    metrics,
    freshen: async (boardId, board) =>
      factsChange(board, await collectFacts(database.prisma, boardId)),
  });
  const house: House = {
    env,
    log,
    documentLog,
    authSecret: await readAuthSecret(env),
    origins: originsOf(env),
    version: readVersion(),
    attempts: new Attempts(Date.now),
    ready: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
    db: database.prisma,
    documents: rooms,
    clock: () => new Date(),
    // A proxy may bring anybody to a server that itself listens on this machine only.
    setupCode:
      isLoopback(env.host) && isLoopback(new URL(env.publicUrl).hostname)
        ? null
        : String(randomInt(10_000_000, 100_000_000)),
    metrics: () => syncMetricsText(metrics),
  };
  return { house, rooms, metrics };
}

/** An address set by hand is the only one; else every address that leads here. */
function originsOf({ host, port, publicUrl }: Env): Set<string> {
  const origins = reachableHosts(host).map((name) => `http://${name}:${port}`);
  return new Set(origins.includes(publicUrl) ? origins : [publicUrl]);
}

function readVersion(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}
