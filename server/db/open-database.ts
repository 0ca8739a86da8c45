import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { openEmbedded } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import type { DatabaseLog } from './log.ts';
import { migrate } from './migrate.ts';
import { migrationsFolder, readMigrations } from './migration-files.ts';
import { openPostgres } from './postgres.ts';

export interface PreparedStatement {
  readonly name: string;
  /** SQL with `$1`, `$2` … */
  readonly text: string;
  readonly values: unknown[];
}

export type Prepared = <Row>(statement: PreparedStatement) => Promise<Row[]>;

export interface Database {
  readonly prisma: PrismaClient;
  readonly kind: 'embedded' | 'postgres';
  /** Runs a statement that the database remembers under its name: read and planned once, not each time. */
  readonly prepared: Prepared;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** A Postgres server; without it the database is embedded in `dataDir`. */
  databaseUrl?: string | undefined;
  dataDir: string;
  log: DatabaseLog;
  /** The embedded database stopped by itself: nothing can be saved any more, and the process had better end. */
  onLost?: ((error: Error) => void) | undefined;
  migrationsDir?: string | undefined;
}

/**
 * Opens the database and brings it to the newest migration. Called once per process.
 *
 * @throws DatabaseError with a message for the person who runs the server
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { pool, kind, close } = await openPool(options);
  try {
    const migrations = readMigrations(options.migrationsDir ?? migrationsFolder());
    await migrate(pool, migrations, options.log);
    const prisma = makeClient(pool);
    return {
      prisma,
      kind,
      prepared: async (statement) => (await pool.query(statement)).rows as never,
      ping: async () => void (await pool.query('SELECT 1')),
      close: async () => {
        await prisma.$disconnect();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Connected {
  pool: Pool;
  kind: Database['kind'];
  close(): Promise<void>;
}

/** Opens the database as it is, without bringing it to the newest migration. */
export async function openPool({
  databaseUrl,
  dataDir,
  log,
  onLost,
}: Omit<OpenDatabaseOptions, 'migrationsDir'>): Promise<Connected> {
  if (databaseUrl) {
    const pool = await openPostgres({ databaseUrl, log });
    return { pool, kind: 'postgres', close: () => pool.end() };
  }
  const report = (error: Error) => log.error(error.message);
  const { pool, close } = await openEmbedded({ dataDir, log, onLost: onLost ?? report });
  return { pool, kind: 'embedded', close };
}

export function makeClient(pool: Pool): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    // The embedded database has one connection: a transaction may have to wait for its turn.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}
