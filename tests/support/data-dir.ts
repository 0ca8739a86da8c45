import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { copyDataDirTemplate } from './data-dir-template.ts';

/** An empty folder, removed when the test ends. */
export async function emptyDataDir(): Promise<string> {
  return removedAtEnd(await mkdtemp(join(tmpdir(), 'verbeterbord-data-')));
}

/** A data directory with a migrated database that nobody has open, removed when the test ends. */
export async function closedDataDir(): Promise<string> {
  return removedAtEnd(await copyDataDirTemplate());
}

function removedAtEnd(dataDir: string): string {
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}
