import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from './errors.ts';

/** A folder of `prisma/migrations`; they are applied in the order of their names. */
export interface Migration {
  name: string;
  sql: string;
}

/** The project's own, when the process was started in its folder. */
export const migrationsFolder = (): string => join(process.cwd(), 'prisma/migrations');

/** @throws DatabaseError `migration-failed` when there is no such folder */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) {
    throw new DatabaseError('migration-failed', `There are no migrations in ${folder}.`);
  }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => ({
    name,
    sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8'),
  }));
}

/** Kept in the database with each migration that was applied. */
export function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Git may have checked the file out with other line ends than it was applied with. */
export function isSameScript(sql: string, applied: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksum).includes(applied);
}
