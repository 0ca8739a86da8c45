import { statfs } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { DatabaseLog } from './log.ts';

const LOOK_EVERY_MS = 15_000;
const CHECKPOINT_EVERY_MS = 5 * 60_000;
/** Also the time a crash recovery reads through it: about 0.3 s for this much. */
const CHECKPOINT_WAL_BYTES = 64 * 2 ** 20;
/** A checkpoint itself writes about this much; anything above is somebody's change. */
const IDLE_WAL_BYTES = 8192;
const FIRST_VACUUM_MS = 60 * 60_000;
const VACUUM_EVERY_MS = 24 * 60 * 60_000;

const LOW_DISK_BYTES = 200 * 2 ** 20;
/** Postgres stops for good when a checkpoint meets a full disk; a write that does only fails. */
const FULL_DISK_BYTES = 16 * 2 ** 20;

export interface MaintenanceOptions {
  pool: Pool;
  /** Where the database is, to look at the disk it is on. */
  directory: string;
  log: DatabaseLog;
}

/**
 * Does for the embedded database what a Postgres server's background processes do: it has none. Without checkpoints its
 * write-ahead log grows without end, without vacuum its tables do.
 *
 * @returns stops it
 */
export function startMaintenance(options: MaintenanceOptions): () => void {
  const maintenance = new Maintenance(options);
  const timer = setInterval(() => void maintenance.look(), LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

class Maintenance {
  readonly #options: MaintenanceOptions;
  #checkpointAt = Date.now() + CHECKPOINT_EVERY_MS;
  #vacuumAt = Date.now() + FIRST_VACUUM_MS;
  #isBusy = false;
  #isDiskLow = false;

  constructor(options: MaintenanceOptions) {
    this.#options = options;
  }

  async look(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      const free = await this.#freeDisk();
      if (free > FULL_DISK_BYTES) await this.#checkpointIfDue();
      if (Date.now() > this.#vacuumAt) await this.#vacuum();
    } catch (error) {
      this.#options.log.warn(`Database maintenance failed: ${String(error)}`);
    } finally {
      this.#isBusy = false;
    }
  }

  async #freeDisk(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#options.directory);
    const free = bavail * bsize;
    if (free < LOW_DISK_BYTES && !this.#isDiskLow) {
      const megabytes = Math.floor(free / 2 ** 20);
      this.#options.log.warn(`The disk of DATA_DIR is almost full: ${megabytes} MB are left.`);
    }
    this.#isDiskLow = free < LOW_DISK_BYTES;
    return free;
  }

  async #checkpointIfDue(): Promise<void> {
    const wal = await walSinceCheckpoint(this.#options.pool);
    const isDue = Date.now() > this.#checkpointAt && wal > IDLE_WAL_BYTES;
    if (!isDue && wal < CHECKPOINT_WAL_BYTES) return;
    await this.#options.pool.query('CHECKPOINT');
    this.#checkpointAt = Date.now() + CHECKPOINT_EVERY_MS;
  }

  async #vacuum(): Promise<void> {
    this.#vacuumAt = Date.now() + VACUUM_EVERY_MS;
    await vacuum(this.#options.pool);
  }
}

/** In bytes: what a crash now would have to be recovered from. */
export async function walSinceCheckpoint(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) AS bytes FROM pg_control_checkpoint()',
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** Table by table, so that other queries get their turn on the only connection in between. */
export async function vacuum(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  for (const { name } of rows) await pool.query(`VACUUM (ANALYZE) ${name}`);
}
