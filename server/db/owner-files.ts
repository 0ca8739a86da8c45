import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NOBODY, type Owner } from './owner.ts';

/** A file of `<dataDir>/owner/`. */
export interface Ownership {
  number: number;
  owner: Owner;
  /** Milliseconds since 1970, by the clock of the disk; the owner renews it all the time. */
  heartbeat(): number;
}

/** The ownership that counts; undefined when there never was one. */
export function latestOwnership(dataDir: string): Ownership | undefined {
  for (;;) {
    const number = latestNumber(dataDir);
    if (number === 0) return undefined;
    const file = join(dataDir, 'owner', String(number));
    const owner = readOwner(file);
    if (owner) return { number, owner, heartbeat: () => modified(file) };
  }
}

/** 0 when there is none. */
export function latestNumber(dataDir: string): number {
  const numbers = list(join(dataDir, 'owner')).filter((name) => /^\d+$/.test(name));
  return Math.max(0, ...numbers.map(Number));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** undefined when a newer owner removed the file in the meantime. */
function readOwner(file: string): Owner | undefined {
  try {
    const owner: Partial<Owner> = JSON.parse(readFileSync(file, 'utf8'));
    return { ...NOBODY, ...owner };
  } catch (error) {
    if (isMissing(error)) return undefined;
    // A power cut can leave the file without its content: its process is gone too.
    if (error instanceof SyntaxError) return NOBODY;
    throw error;
  }
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
