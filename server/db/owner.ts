import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ownership } from './owner-files.ts';

/** What tells one process from every other. */
export interface Owner {
  /** 0: nobody, the last owner let go. */
  pid: number;
  /** A process id is used again, in containers after every restart; the start time, in ticks since boot, is not. */
  started: string;
  boot: string;
  /** Processes of another container are invisible, and ids there mean others. */
  namespace: string;
  host: string;
}

export const NOBODY: Owner = { pid: 0, started: '', boot: '', namespace: '', host: '' };

export function thisProcess(): Owner {
  return { pid: process.pid, started: startTime(process.pid), ...here(), host: hostname() };
}

/** Watches an owner it cannot see for as long as several of its heartbeats; otherwise answers at once. */
export async function isAlive(ownership: Ownership): Promise<boolean> {
  const { owner } = ownership;
  if (owner.pid === 0) return false;
  const { boot, namespace } = here();
  if (owner.boot !== boot || owner.namespace !== namespace) return isBeating(ownership);
  return exists(owner.pid) && startTime(owner.pid) === owner.started;
}

/** Older than this is gone, even when the clocks of two machines differ a little. */
const SURELY_GONE_MS = 120_000;
const WATCH_MS = 7000;

async function isBeating({ heartbeat }: Ownership): Promise<boolean> {
  const first = heartbeat();
  if (Math.abs(Date.now() - first) > SURELY_GONE_MS) return false;
  await wait(WATCH_MS);
  return heartbeat() !== first;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may live under another user, and then may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Empty where the system does not tell, and then the process id has to do. */
function startTime(pid: number): string {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function here(): Pick<Owner, 'boot' | 'namespace'> {
  return {
    boot: orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: orEmpty(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
