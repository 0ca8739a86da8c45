// npm run db:export -- postgresql://user:password@host/database
import { readEnv } from '#server/env.ts';
import { exportEmbedded } from './export-embedded.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);
const log = { info: print, warn: complain, error: complain };

const [targetUrl] = process.argv.slice(2);
if (targetUrl && URL.canParse(targetUrl)) await run(targetUrl);
else fail('Usage: npm run db:export -- postgresql://user:password@host/database');

async function run(targetUrl: string): Promise<void> {
  try {
    const { dataDir } = readEnv();
    const rows = await exportEmbedded({ dataDir, targetUrl, log });
    log.info(
      `${rows} rows copied. Set DATABASE_URL to the new database; ${dataDir} stays as it is.`,
    );
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  log.error(message);
  process.exitCode = 1;
}
