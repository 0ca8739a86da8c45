import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../env.ts';

/** The secret that signs sessions: set by hand, or made once and kept in the data directory. */
export async function readAuthSecret({ authSecret, dataDir }: Env): Promise<string> {
  if (authSecret !== undefined) return authSecret;
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'auth-secret');
  try {
    // `wx` makes it only when it is not there: two starts at once end up with one secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
