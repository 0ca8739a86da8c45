// A server with one large board, in a process of its own: argv has the database and the board.
import { openDatabase } from '#server/db/open-database.ts';
import { holdSnapshots } from '#server/snapshots/content-rows.ts';
import { makeSnapshot } from '#server/snapshots/make-snapshot.ts';
import { SnapshotThread } from '#server/snapshots/snapshot-work.ts';
import { storeSnapshot } from '#server/snapshots/store-snapshot.ts';
import { HeavyThreads } from '#server/sync/heavy-work.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { complaints } from '#tests/support/print.ts';
import { SyncServer } from '#tests/support/sync.ts';

const [dataDir = '', databaseUrl = '', boardId = ''] = process.argv.slice(2);
const database = await openDatabase({
  dataDir,
  log: complaints,
  ...(databaseUrl === '' ? {} : { databaseUrl }),
});
const { prisma: db, prepared } = database;
const heavy = new HeavyThreads();
heavy.start();
const snapshotWork = new SnapshotThread();
snapshotWork.start();
const documentLog = new PrismaUpdateLog(db, { prepared });
const server = await new SyncServer({ log: documentLog, heavy }).start();

process.on('message', (message) => {
  if (message === 'snapshot') void take().then(() => process.send?.({ taken: true }));
  else void stop();
});
process.send?.({ port: Number(new URL(server.url).port) });

async function take(): Promise<void> {
  const made = await makeSnapshot({ db, documentLog, snapshotWork }, boardId);
  const cause = { boardId, why: 'manual' as const, title: '', by: null };
  await db.$transaction(async (tx) => {
    await holdSnapshots(tx, boardId);
    await storeSnapshot(tx, { clock: () => new Date(), version: 'bench' }, made, cause);
  });
}

async function stop(): Promise<void> {
  await server.stop();
  await snapshotWork.stop();
  await heavy.stop();
  await database.close();
  process.exit(0);
}
