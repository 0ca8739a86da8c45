import { createHash } from 'node:crypto';
import { readMigrations } from '#server/db/migration-files.ts';

export const MIGRATIONS_DIR = new URL('../../prisma/migrations', import.meta.url).pathname;

/** Changes with the migrations: what a prepared database is kept under. */
export function migrationsHash(): string {
  const migrations = JSON.stringify(readMigrations(MIGRATIONS_DIR));
  return createHash('sha256').update(migrations).digest('hex').slice(0, 16);
}
