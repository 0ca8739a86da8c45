import { parseArgs } from 'node:util';
import { newDataDir, removeDataDir, startApp } from '#tests/support/app-process.ts';
import { createDatabase } from '#tests/support/postgres.ts';
import { countRows, lookOver } from './afterwards.ts';
import { confirmAll, watcherOf } from './confirming.ts';
import { BOARDS, gather, propose } from './crowd.ts';
import type { Crowd } from './crowd.ts';
import { circumstances, report } from './report.ts';
import type { Outcome } from './report.ts';
import { Watcher } from './watcher.ts';

const { values } = parseArgs({ options: { every: { type: 'string', default: '1000' } } });
const every = Number(values.every);
const server = process.env['DATABASE_URL'];

// Each of y-websocket's providers waits for the end of the process.
process.setMaxListeners(2 * BOARDS);
process.stdout.write(`\n${circumstances(every)}\n`);
let met = await measure('The embedded database', undefined);
if (server !== undefined) {
  const { url, drop } = await createDatabase(server);
  met = (await measure('PostgreSQL', url)) && met;
  await drop();
}
process.exit(met ? 0 : 1);

/** One fresh server from its set-up to its end; true when every limit was met. */
async function measure(database: string, databaseUrl: string | undefined): Promise<boolean> {
  const dataDir = await newDataDir();
  const place = { dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const app = await startApp({ dataDir, env: { LOG_LEVEL: 'warn', ...env } });
  const seen = await meet(app.url);
  await app.stop();
  const { text, met } = report({ database, ...seen, rows: await countRows(place) });
  await removeDataDir(dataDir);
  const complaints = [
    ...seen.confirming.wrong,
    app.output().split('\n').filter(isComplaint),
  ].flat();
  process.stdout.write(`\n${text}${complaints.slice(0, 10).join('\n')}\n`);
  return met;
}

async function meet(url: string): Promise<Omit<Outcome, 'database' | 'rows'>> {
  const crowd = await gather(url);
  const began = performance.now();
  const actions = await propose(crowd);
  const proposing = (performance.now() - began) / 1000;
  const watchers = await watchAll(crowd);
  const confirming = await confirmAll(crowd, actions, watchers, every);
  const afterwards = await lookOver(crowd, watchers, confirming.tasks);
  for (const watcher of watchers) watcher.leave();
  return { proposing, confirming, afterwards };
}

async function watchAll(crowd: Crowd): Promise<Watcher[]> {
  const watchers = crowd.boards.map((board, at) => new Watcher(watcherOf(crowd, at), board));
  await Promise.all(watchers.map((watcher) => watcher.arrive()));
  return watchers;
}

/** What the server logged is JSON, from warnings up. */
function isComplaint(line: string): boolean {
  return line.startsWith('{');
}
