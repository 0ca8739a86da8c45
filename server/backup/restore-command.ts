// npm run restore -- FILE
import { makeClient, openPool } from '../db/open-database.ts';
import { migrationsFolder, readMigrations } from '../db/migration-files.ts';
import { restoreBackup } from '../db/restore-backup.ts';
import { readEnv } from '../env.ts';
import { SnapshotThread } from '../snapshots/snapshot-work.ts';
import { sayFinding } from '../verify/finding.ts';
import { verifyBoards } from '../verify/verify-boards.ts';
import { keepSecret } from './kept-secret.ts';
import { runCommand } from './run-command.ts';

const usage = 'Usage: npm run restore -- FILE';

process.exitCode = await runCommand(usage, async (file, log) => {
  const env = readEnv();
  const { pool, close } = await openPool({ ...env, log });
  const snapshotWork = new SnapshotThread();
  snapshotWork.start();
  try {
    const migrations = readMigrations(migrationsFolder());
    const { head, rows } = await restoreBackup({ pool, file, migrations, log });
    keepSecret(env, head.authSecret);
    log.info(`${rows} rows of ${head.at} are back, each table compared.`);
    const { boards, findings } = await verifyBoards({ db: makeClient(pool), snapshotWork });
    for (const finding of findings) log.error(sayFinding(finding));
    log.info(`${boards} boards verified, ${findings.length} things are wrong.`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await snapshotWork.stop();
    await close();
  }
});
