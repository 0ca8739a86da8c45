import type { DatabaseLog } from '#server/db/log.ts';

/** For what a person who runs the tests should read. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what is wrong and nothing else. */
export const complaints: DatabaseLog = { info: () => {}, warn: print, error: print };
