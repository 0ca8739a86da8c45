import pino from 'pino';
import { Attempts } from '#server/auth/attempts.ts';
import { freshenBoard } from '#server/boards/freshen-board.ts';
import { readEnv } from '#server/env.ts';
import { furnish } from '#server/furnish.ts';
import type { House, Tx } from '#server/house.ts';
import type { SnapshotWork } from '#server/snapshots/snapshot-work.ts';
import { logOptions } from '#server/log-options.ts';
import { createSyncMetrics } from '#server/sync/metrics.ts';
import type { SyncMetrics } from '#server/sync/metrics.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { localBus } from '#server/sync/local-bus.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { onTheSpot, snapshotsOnTheSpot } from './on-the-spot.ts';
import type { TestDatabase } from './database.ts';
import { HouseClock } from './house-clock.ts';

/** A house as the server furnishes it, with a clock that stands still. */
export interface TestHouse extends House {
  readonly time: HouseClock;
  readonly rooms: Rooms<Tx>;
  readonly syncMetrics: SyncMetrics;
  /** Warnings and errors that were logged since they were last taken. */
  takeLogged(): LogLine[];
  /** Closes the rooms and the database. */
  close(): Promise<void>;
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface HouseOverrides {
  /** Settings besides those of every test house, as in the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly setupCode?: string | null;
  readonly snapshotWork?: SnapshotWork;
  /** What is logged at least; warnings unless given. */
  readonly logLevel?: 'trace' | 'warn';
}

export async function testHouse(
  database: TestDatabase,
  { env: settings = {}, logLevel = 'warn', ...overrides }: HouseOverrides = {},
): Promise<TestHouse> {
  const time = new HouseClock();
  const logged: LogLine[] = [];
  const log = pino(
    { ...logOptions, level: logLevel },
    { write: (line) => logged.push(JSON.parse(line)) },
  );
  const env = readEnv({
    PUBLIC_URL: 'http://board.test',
    AUTH_SECRET: 'signs the sessions of every test house',
    ...settings,
  });
  const { house, rooms, heavy, metrics } = await furnish(env, log, database);
  heavy.start();
  house.pictures.start();
  return {
    ...house,
    clock: () => time.now(),
    attempts: new Attempts(() => time.now().getTime()),
    setupCode: null,
    snapshotWork: snapshotsOnTheSpot,
    ...overrides,
    time,
    rooms,
    syncMetrics: metrics,
    takeLogged: () => logged.splice(0),
    close: async () => {
      await rooms.stop();
      await house.pictures.stop();
      await heavy.stop();
      await database.close();
    },
  };
}

/** The house of a second server on the same database, or on one that fails. */
export function anotherNode(
  house: TestHouse,
  db = house.db,
): { house: House; stop: () => Promise<void> } {
  const rooms = new Rooms<Tx>({
    bus: localBus,
    heavy: onTheSpot,
    log: new PrismaUpdateLog(db),
    logger: house.log,
    metrics: createSyncMetrics(),
    freshen: (boardId, board, tx) => freshenBoard(tx ?? db, boardId, board),
  });
  return { house: { ...house, db, documents: rooms }, stop: () => rooms.stop() };
}
