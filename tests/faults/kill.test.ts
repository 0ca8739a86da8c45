import { afterAll, expect, it } from 'vitest';
import { removeDataDir, startApp } from '../support/app-process.ts';
import { copyDataDirTemplate } from '../support/data-dir-template.ts';
import { freePort } from '../support/free-port.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { settle } from './people.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';
import { untilAll, Writer } from './writer.ts';

const KILLS = size('KILLS', 3);
const WRITERS = 5;
/** Milliseconds in which everybody has some notes saved, on a busy machine too. */
const WRITING_MS = 30_000;
const dataDirs: string[] = [];

afterAll(async () => {
  for (const dataDir of dataDirs) await removeDataDir(dataDir);
});

it(
  `[SYNC-3] [SYNC-4] keeps what was seen or called saved through ${KILLS} times kill -9 of the server`,
  async (context) => {
    const seed = seedOf();
    const random = seededRandom(seed);
    const dataDir = await copyDataDirTemplate();
    dataDirs.push(dataDir);
    const port = await freePort();
    let app = await startApp({ dataDir, port });
    const { boardId, people } = await settle(app, WRITERS);
    const url = app.url;
    const saved = new Set<string>();
    const seen = new Set<string>();
    const write = (round: number): Writer[] =>
      people.map((person) => new Writer(url, boardId, person, round));

    for (let round = 0; round < KILLS; round++) {
      const writers = write(round);
      const enough = 3 + Math.floor(random() * 30);
      await untilAll('all saved some', writers, (one) => one.saved.size > enough, WRITING_MS);
      await app.kill();
      // Closed before the server is back, so that nobody's copy puts back what the server lost.
      for (const writer of writers) {
        for (const note of writer.leave()) seen.add(note);
        for (const note of writer.saved) saved.add(note);
      }
      mustBeUnhurt(app.output());
      app = await startApp({ dataDir, port });
    }
    const last = write(KILLS);
    await untilAll('all saved some', last, (one) => one.saved.size > 0, WRITING_MS);
    for (const writer of last) await writer.rest();
    await untilAll('all is saved', last, (one) => one.settled, WRITING_MS);
    await untilAlike(last.map(({ doc }) => doc));
    expect(await app.stop()).toBe(0);
    mustBeUnhurt(app.output());

    const stored = await readStored({ dataDir }, boardId);
    tell(context, `kill -9 of the server × ${KILLS} while ${WRITERS} people write (seed ${seed})`, [
      `${saved.size} notes called saved`,
      `${seen.size} seen by another person`,
      `${stored.rows} rows`,
    ]);
    mustHoldNotes(stored, [...saved, ...seen]);
    for (const writer of last) mustHoldNotes(stored, writer.written);
    expect(stored.doubled).toBe(0);
    await untilAlike([...last.map(({ doc }) => doc), stored.doc]);
    for (const writer of last) writer.leave();
  },
  120_000 + KILLS * 40_000,
);
