import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when this process may mount a volume: it is root, or may become it without being asked. */
export function canMount(): boolean {
  return (
    process.platform === 'linux' && (isRoot() || spawnSync('sudo', ['-n', 'true']).status === 0)
  );
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function asRoot(program: string, ...args: string[]): void {
  if (isRoot()) execFileSync(program, args);
  else execFileSync('sudo', ['-n', program, ...args]);
}

/** A volume of its own in memory, which a test fills to the last byte. */
export class SmallVolume {
  readonly folder = mkdtempSync(join(tmpdir(), 'verbeterbord-volume-'));
  private readonly ballast = join(this.folder, 'ballast');

  constructor(megabytes: number) {
    const owner = `uid=${process.getuid?.()},gid=${process.getgid?.()},mode=0700`;
    asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,${owner}`, 'tmpfs', this.folder);
  }

  /** Takes all the space there is. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (const size of [1 << 20, 1 << 12]) writeUntilFull(file, new Uint8Array(size));
    } finally {
      closeSync(file);
    }
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(this.ballast, { force: true });
  }

  /** Nothing may have a file open on it any more. */
  remove(): void {
    asRoot('umount', this.folder);
    rmdirSync(this.folder);
  }
}

function writeUntilFull(file: number, chunk: Uint8Array): void {
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
