import type { Logger } from 'pino';
import type { Attempts } from './auth/attempts.ts';
import type { PrismaClient, Prisma } from './db/generated/client.ts';
import type { Env } from './env.ts';
import type { Pictures } from './drawing/pictures.ts';
import type { BoardDocuments } from './sync/documents.ts';
import type { UpdateLog } from './sync/update-log.ts';
import type { SnapshotWork } from './snapshots/snapshot-work.ts';

/** The transaction that use cases and the document log share. */
export type Tx = Prisma.TransactionClient;

/** What every use case works with; made once by `main`. */
export interface House {
  readonly env: Env;
  /** Signs sessions; from the environment or made once and kept in the data directory. */
  readonly authSecret: string;
  /** Origins that browsers reach us at; a request or a socket from another one is refused. */
  readonly origins: ReadonlySet<string>;
  readonly version: string;
  readonly attempts: Attempts;
  /** True when the database answers. */
  readonly ready: () => Promise<boolean>;
  readonly db: PrismaClient;
  readonly documents: BoardDocuments<Tx>;
  /**
   * Where a new board's first state goes, old rows go from, and snapshots are made of; everything else
   * goes through `documents`.
   */
  readonly documentLog: Pick<UpdateLog<Tx>, 'create' | 'prune' | 'read'>;
  readonly snapshotWork: SnapshotWork;
  /** Teams whose open boards are still to be brought up to date. */
  readonly owedTeams: Set<string>;
  /** Draws boards and writes them as files. */
  readonly pictures: Pictures;
  readonly log: Logger;
  readonly clock: () => Date;
  /** IANA name of the time zone in which days are reckoned where nobody's own is known. */
  readonly zone: string;
  /** The code for the first set-up when the server listens on more than this machine; null otherwise. */
  readonly setupCode: string | null;
  /** Counters, gauges and histograms as Prometheus text. */
  readonly metrics: () => Promise<string>;
}

const place = Symbol.for('verbeterbord.house');

/** Pages and routes are bundled apart from `main`, so the two meet on the global object. */
export function openHouse(house: House): void {
  (globalThis as Record<symbol, unknown>)[place] = house;
}

export function theHouse(): House {
  const house = (globalThis as Record<symbol, unknown>)[place] as House | undefined;
  if (!house) throw new Error('the server has not started: run it with npm start or npm run dev');
  return house;
}
