// npm run verify
import { openDatabase } from '../db/open-database.ts';
import { readEnv } from '../env.ts';
import { SnapshotThread } from '../snapshots/snapshot-work.ts';
import { sayFinding } from './finding.ts';
import { verifyBoards } from './verify-boards.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** 1 when something is wrong, 2 when it could not be looked at. */
async function run(): Promise<number> {
  const { databaseUrl, dataDir } = readEnv();
  const log = { info: () => undefined, warn: complain, error: complain };
  const database = await openDatabase({ databaseUrl, dataDir, log });
  const snapshotWork = new SnapshotThread();
  snapshotWork.start();
  try {
    const { boards, findings } = await verifyBoards({ db: database.prisma, snapshotWork });
    for (const finding of findings) complain(sayFinding(finding));
    print(
      findings.length === 0
        ? `${boards} boards verified: every log, every chain and every content is as it was written.`
        : `${boards} boards looked at, ${findings.length} things are wrong.`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await snapshotWork.stop();
    await database.close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  return 2;
});
