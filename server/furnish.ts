import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { Attempts } from './auth/attempts.ts';
import { readAuthSecret } from './auth/auth-secret.ts';
import { freshenBoard } from './boards/freshen-board.ts';
import { installationId } from './db/installation-id.ts';
import type { Database } from './db/open-database.ts';
import { isLoopback } from './env.ts';
import type { Env } from './env.ts';
import type { House, Tx } from './house.ts';
import { HouseMetrics } from './metrics/house-metrics.ts';
import { Pictures } from './drawing/pictures.ts';
import { reachableHosts } from './reachable-hosts.ts';
import { SnapshotThread } from './snapshots/snapshot-work.ts';
import type { Bus } from './sync/bus.ts';
import { systemClock } from './sync/clock.ts';
import { HeavyThreads } from './sync/heavy-work.ts';
import { localBus } from './sync/local-bus.ts';
import type { SyncMetrics } from './sync/metrics.ts';
import { Neighbours } from './sync/neighbours.ts';
import { PrismaUpdateLog } from './sync/prisma-update-log.ts';
import { redisBus } from './sync/redis-bus.ts';
import { Rooms } from './sync/rooms.ts';

export interface Furnished {
  readonly house: House;
  readonly rooms: Rooms<Tx>;
  readonly neighbours: Neighbours;
  readonly heavy: HeavyThreads;
  readonly snapshots: SnapshotThread;
  readonly metrics: SyncMetrics;
}

/** Puts together what use cases work with. */
export async function furnish(env: Env, log: Logger, database: Database): Promise<Furnished> {
  const metrics = new HouseMetrics();
  const documentLog = new PrismaUpdateLog(database.prisma, {
    prepared: database.prepared,
    onDamage: (damage) => log.error({ err: damage }, 'the log is damaged and was worked round'),
  });
  const authSecret = await readAuthSecret(env);
  const heavy = new HeavyThreads();
  const snapshots = new SnapshotThread();
  const bus = await makeBus(env, log, database);
  const rooms = new Rooms<Tx>({
    log: documentLog,
    bus,
    heavy,
    logger: log,
    metrics: metrics.sync,
    freshen: (boardId, board, tx) => freshenBoard(tx ?? database.prisma, boardId, board),
  });
  metrics.heldNow = () => rooms.heldBytes();
  const house: House = {
    env,
    log,
    documentLog,
    snapshotWork: snapshots,
    authSecret,
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
    owedTeams: new Set(),
    pictures: new Pictures(),
    clock: () => new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // A proxy may bring anybody to a server that itself listens on this machine only.
    setupCode:
      isLoopback(env.host) && isLoopback(new URL(env.publicUrl).hostname)
        ? null
        : setupCodeOf(authSecret),
    metrics: () => metrics.text(),
  };
  const neighbours = new Neighbours({
    bus,
    clock: systemClock,
    logger: log,
    log: documentLog,
    rooms,
  });
  return { house, rooms, neighbours, heavy, snapshots, metrics: metrics.sync };
}

/** Eight digits, the same on every node and after every start. */
function setupCodeOf(authSecret: string): string {
  const digest = createHmac('sha256', authSecret).update('the code that set-up asks for').digest();
  return String(10_000_000 + (digest.readUInt32BE() % 90_000_000));
}

async function makeBus(
  { redisUrl, authSecret }: Env,
  logger: Logger,
  { kind, prisma }: Database,
): Promise<Bus> {
  if (redisUrl === undefined) return localBus;
  if (kind === 'embedded') {
    logger.warn({}, 'REDIS_URL is not used: the embedded database serves one process alone');
    return localBus;
  }
  if (authSecret === undefined) {
    logger.warn(
      {},
      'AUTH_SECRET is not set: nodes that do not share DATA_DIR refuse each other’s sessions',
    );
  }
  return redisBus({ url: redisUrl, installation: await installationId(prisma), logger });
}

/** An address set by hand is the only one; else every address that leads here. */
function originsOf({ host, port, publicUrl }: Env): Set<string> {
  const origins = reachableHosts(host).map((name) => `http://${name}:${port}`);
  return new Set(origins.includes(publicUrl) ? origins : [publicUrl]);
}

function readVersion(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}
