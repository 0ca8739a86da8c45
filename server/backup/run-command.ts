import type { DatabaseLog } from '../db/log.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** Runs a command that takes the name of a file; the answer is the exit code, 2 when it could not be done. */
export async function runCommand(
  usage: string,
  work: (file: string, log: DatabaseLog) => Promise<number>,
): Promise<number> {
  const [file] = process.argv.slice(2);
  try {
    if (!file) throw new Error(usage);
    return await work(file, { info: print, warn: complain, error: complain });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
