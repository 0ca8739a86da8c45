import { expect, it, onTestFinished } from 'vitest';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import { canStartCluster } from '../support/postgres-cluster.ts';
import { print } from '../support/print.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { ThrowawayCluster } from '../support/throwaway-cluster.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { settle } from './people.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';
import { untilAll, Writer } from './writer.ts';

const KILLS = size('KILLS', 2);
const WRITERS = 5;
/** Milliseconds after the database is back in which everybody's notes have to be saved again. */
const RECOVERY_MS = 10_000;
/** Milliseconds in which everybody has some notes saved while all is well, on a busy machine too. */
const WRITING_MS = 30_000;

if (!canStartCluster()) print('Left out, no Postgres found: kill -9 of Postgres');

it.skipIf(!canStartCluster())(
  `[SYNC-4] [SYNC-11] keeps what was called saved through ${KILLS} times kill -9 of Postgres`,
  async (context) => {
    const seed = seedOf();
    const random = seededRandom(seed);
    const cluster = await ThrowawayCluster.make();
    onTestFinished(() => cluster.remove());
    await cluster.start();
    const dataDir = await newDataDir();
    onTestFinished(() => removeDataDir(dataDir));
    const app = await startApp({ dataDir, env: { DATABASE_URL: cluster.url } });
    onTestFinished(() => app.kill());
    const { boardId, people } = await settle(app, WRITERS);
    const writers = people.map((person) => new Writer(app.url, boardId, person, 0));
    onTestFinished(() => writers.forEach((writer) => writer.leave()));
    const recoveries: number[] = [];

    for (let round = 0; round < KILLS; round++) {
      const before = writers.map((writer) => writer.saved.size);
      const more = 2 + Math.floor(random() * 10);
      const hasMore = ({ saved }: Writer, at: number): boolean =>
        saved.size >= (before[at] ?? 0) + more;
      await untilAll('all saved more', writers, hasMore, WRITING_MS);
      await cluster.kill();
      const down = random() * 1_000;
      await new Promise((next) => setTimeout(next, down));
      await cluster.start();
      recoveries.push(await timeToSave(writers));
    }
    for (const writer of writers) await writer.rest();
    await untilAll('all is saved', writers, (one) => one.settled, RECOVERY_MS);
    await untilAlike(writers.map(({ doc }) => doc));
    expect(await app.stop()).toBe(0);

    const stored = await readStored({ databaseUrl: cluster.url }, boardId);
    const saved = writers.flatMap((writer) => [...writer.saved]);
    tell(context, `kill -9 of Postgres × ${KILLS} while ${WRITERS} people write (seed ${seed})`, [
      `${saved.length} notes called saved`,
      `${stored.rows} rows, ${stored.doubled} doubled`,
      `saved again at most ${Math.round(Math.max(...recoveries))} ms after the database was back`,
    ]);
    mustBeUnhurt(app.output());
    mustHoldNotes(stored, saved);
    await untilAlike([...writers.map(({ doc }) => doc), stored.doc]);
    expect(stored.doubled).toBe(0);
  },
  120_000 + KILLS * 40_000,
);

/** Milliseconds until everybody had something saved that was not before. */
async function timeToSave(writers: readonly Writer[]): Promise<number> {
  const since = performance.now();
  const before = writers.map((writer) => writer.saved.size);
  const hasMore = ({ saved }: Writer, at: number): boolean => saved.size > (before[at] ?? 0);
  await untilAll('all saved something again', writers, hasMore, RECOVERY_MS);
  return performance.now() - since;
}
