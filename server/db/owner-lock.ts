import {
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { DatabaseError } from './errors.ts';
import { latestNumber, latestOwnership } from './owner-files.ts';
import { isAlive, NOBODY, type Owner, thisProcess } from './owner.ts';

export interface OwnerLock {
  release(): void;
}

/** Another process took the folder from us, which it should never do: what we write from now on may be lost. */
export type OnStolen = () => void;

/** Well below what a contender watches for. */
const HEARTBEAT_MS = 2000;

/**
 * Finds out that nobody owns a data directory, only reading.
 *
 * @returns what `takeOwnerLock` wants to know
 * @throws DatabaseError `data-dir-in-use` naming the process that has it
 */
export async function findVacancy(dataDir: string): Promise<number> {
  const latest = latestOwnership(dataDir);
  if (latest && (await isAlive(latest))) throw inUse(dataDir, latest.owner);
  return latest?.number ?? 0;
}

/**
 * Makes this process the only owner of a data directory until it releases the lock or dies.
 *
 * `<dataDir>/owner/` holds one file per ownership, numbered; the highest number counts. Taking over from an owner that
 * is gone is making the next number with link(2), which succeeds for exactly one contender. The highest file is never
 * deleted, so that nobody with an old view can start counting again below it.
 *
 * @param vacant from `findVacancy`
 * @throws DatabaseError `data-dir-in-use` when somebody was faster
 */
export function takeOwnerLock(dataDir: string, vacant: number, onStolen: OnStolen): OwnerLock {
  const folder = join(dataDir, 'owner');
  mkdirSync(folder, { recursive: true });
  const mine = vacant + 1;
  const isMine = claim(folder, mine) && latestNumber(dataDir) === mine;
  if (!isMine) throw inUse(dataDir, latestOwnership(dataDir)?.owner ?? NOBODY);
  removeBelow(folder, mine);
  const stop = keepBeating(dataDir, mine, onStolen);
  return {
    release: () => {
      stop();
      replace(folder, mine, NOBODY);
    },
  };
}

function inUse(dataDir: string, owner: Owner): DatabaseError {
  const who = owner.pid === process.pid ? 'this process itself' : `process ${owner.pid}`;
  const where = owner.host === thisProcess().host ? '' : ` on ${owner.host}`;
  return new DatabaseError('data-dir-in-use', `DATA_DIR ${dataDir} is in use by ${who}${where}.`);
}

function claim(folder: string, number: number): boolean {
  const draft = writeDraft(folder, thisProcess());
  try {
    linkSync(draft, join(folder, String(number)));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function replace(folder: string, number: number, owner: Owner): void {
  try {
    renameSync(writeDraft(folder, owner), join(folder, String(number)));
  } catch {
    // On a full disk the lock falls with the process instead.
  }
}

function writeDraft(folder: string, owner: Owner): string {
  const draft = join(folder, `draft-${nanoid()}`);
  try {
    writeFileSync(draft, JSON.stringify(owner));
    return draft;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function removeBelow(folder: string, number: number): void {
  for (const name of readdirSync(folder)) {
    if (Number(name) < number) rmSync(join(folder, name), { force: true });
  }
}

/** For contenders who cannot see our process. @returns stops it */
function keepBeating(dataDir: string, mine: number, onStolen: OnStolen): () => void {
  const file = join(dataDir, 'owner', String(mine));
  const timer = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
      if (latestNumber(dataDir) === mine) return;
    } catch {
      // Our file is gone, or its folder.
    }
    clearInterval(timer);
    onStolen();
  }, HEARTBEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}
