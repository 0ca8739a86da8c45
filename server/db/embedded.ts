import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { refuseIfDamaged } from './damage.ts';
import { DatabaseError } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { startMaintenance } from './maintenance.ts';
import { findVacancy, type OwnerLock, takeOwnerLock } from './owner-lock.ts';
import { reportLostConnections } from './lost-connections.ts';
import { PgliteStream } from './pglite-stream.ts';
import { startWorkerDatabase, type WorkerDatabase } from './worker-database.ts';

export interface Embedded {
  /** Holds exactly one connection: a query waits for the one before it. */
  readonly pool: pg.Pool;
  fsyncs(): Promise<number>;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The database is kept in its folder `db`. */
  dataDir: string;
  log: DatabaseLog;
  /** Called when the database stops by itself, or is taken over: nothing can be saved any more. */
  onLost: (error: Error) => void;
}

/**
 * Opens the Postgres that runs inside this process, making it on the first start.
 *
 * @throws DatabaseError `data-dir-in-use`, `data-dir-damaged` or `data-dir-unusable`
 */
export async function openEmbedded({ dataDir, log, onLost }: EmbeddedOptions): Promise<Embedded> {
  const directory = join(dataDir, 'db');
  const lock = await takeOver(dataDir, directory, onLost);
  try {
    const worker = await start(directory, onLost);
    const pool = openPool(worker, log);
    const stopMaintenance = startMaintenance({ pool, directory, log });
    const close = async () => {
      stopMaintenance();
      await pool.end();
      await worker.close().finally(() => lock.release());
    };
    return { pool, fsyncs: () => worker.fsyncs(), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Writes nothing before it is sure that the folder is nobody else's and that the database in it is whole. */
async function takeOver(
  dataDir: string,
  directory: string,
  onLost: (error: Error) => void,
): Promise<OwnerLock> {
  try {
    const vacant = await findVacancy(dataDir);
    refuseIfDamaged(directory);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return takeOwnerLock(dataDir, vacant, () =>
      onLost(new Error(`Another process took DATA_DIR ${dataDir} from this one.`)),
    );
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `DATA_DIR ${dataDir} cannot be used: ${reason}`;
    throw new DatabaseError('data-dir-unusable', message, { cause: error });
  }
}

async function start(directory: string, onLost: (error: Error) => void): Promise<WorkerDatabase> {
  try {
    return await startWorkerDatabase(directory, onLost);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(
      'data-dir-damaged',
      `The database in ${directory} does not open. ${reason}`,
      { cause },
    );
  }
}

function openPool(worker: WorkerDatabase, log: DatabaseLog): pg.Pool {
  const pool = new pg.Pool({
    // Named in full, or pg would take them from the environment.
    host: 'embedded',
    port: 5432,
    user: 'postgres',
    password: '',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new PgliteStream((bytes) => worker.exchange(bytes)),
  });
  reportLostConnections(pool, log);
  return pool;
}
