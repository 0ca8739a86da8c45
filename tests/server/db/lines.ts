import type { DatabaseLog } from '#server/db/log.ts';

/** A log that remembers what the person who runs the server would have read. */
export function rememberLines(): DatabaseLog & { lines: string[] } {
  const lines: string[] = [];
  const add = (line: string) => void lines.push(line);
  return { lines, info: add, warn: add, error: add };
}
