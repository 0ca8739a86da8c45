import { readFileSync } from 'node:fs';

/** Mebibytes of memory that a process holds (resident set); undefined where the system does not say. */
export function memoryOf(pid: number): number | undefined {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? undefined : Number(kib) / 1024;
  } catch {
    return undefined;
  }
}
