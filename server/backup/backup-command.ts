// npm run backup -- FILE
import { readFileSync } from 'node:fs';
import { openPool } from '../db/open-database.ts';
import { writeBackup } from '../db/write-backup.ts';
import { readEnv } from '../env.ts';
import { readKeptSecret } from './kept-secret.ts';
import { runCommand } from './run-command.ts';

const usage = 'Usage: npm run backup -- FILE';

process.exitCode = await runCommand(usage, async (file, log) => {
  const env = readEnv();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const { pool, close } = await openPool({ ...env, log });
  try {
    const about = {
      app: version,
      at: new Date().toISOString(),
      authSecret: readKeptSecret(env),
    };
    const rows = await writeBackup({ pool, file, about });
    log.info(`${rows} rows are in ${file}. Whoever has it can read everything: keep it safe.`);
  } finally {
    await close();
  }
  return 0;
});
