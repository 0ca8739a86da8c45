import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../env.ts';

/** What signs sessions, where it is kept in the data directory and not in the environment. */
export function readKeptSecret({ authSecret, dataDir }: Env): string | null {
  const file = join(dataDir, 'auth-secret');
  return authSecret === undefined && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Keeps it where there is none yet, so that nobody has to sign in again. True when it did. */
export function keepSecret({ authSecret, dataDir }: Env, secret: string | null): boolean {
  const file = join(dataDir, 'auth-secret');
  if (secret === null || authSecret !== undefined || existsSync(file)) return false;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, secret, { mode: 0o600 });
  return true;
}
