import { expect, it } from 'vitest';
import { memoryOf } from '../support/memory-of.ts';
import { hasPostgres, onServer } from '../support/postgres.ts';
import { print } from '../support/print.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { size } from './size.ts';
import { tell } from './tell.ts';
import { startWired } from './wired.ts';
import { untilAll } from './writer.ts';
import type { Pace } from './writer.ts';

const SLOW_SECONDS = size('SLOW_SECONDS', 5);
/** Seconds that every commit of the log takes longer. */
const DELAY_SECONDS = 2;
/** Milliseconds in which all is saved once the database is quick again. */
const RECOVERY_MS = 10_000;
const GROWTH_MIB = 64;
const WRITERS = 5;
const PACE: Pace = { between: 100, patience: 500 };

const there = await hasPostgres();
if (!there) print('Left out, no Postgres found: a slow database');

it.skipIf(!there)(
  `[SYNC-11] people go on while every commit takes ${DELAY_SECONDS} s longer, for ${SLOW_SECONDS} s`,
  async (context) => {
    const { app, databaseUrl, boardId, writers } = await startWired(WRITERS, PACE);
    const before = memoryOf(app.pid) ?? 0;
    await onServer(databaseUrl, (client) => client.query(slowRows));
    await new Promise((over) => setTimeout(over, SLOW_SECONDS * 1_000));
    const called = writers.flatMap((writer) => [...writer.saved]);
    mustHoldNotes(await readStored({ databaseUrl }, boardId), called);
    const grown = (memoryOf(app.pid) ?? 0) - before;

    await onServer(databaseUrl, (client) => client.query('DROP TRIGGER slow_row ON board_update'));
    const quick = performance.now();
    for (const writer of writers) await writer.rest();
    await untilAll('all is saved', writers, (one) => one.settled, RECOVERY_MS);
    const recovery = performance.now() - quick;
    await untilAlike(writers.map(({ doc }) => doc));
    const code = await app.stop();
    const stored = await readStored({ databaseUrl }, boardId);
    const written = writers.flatMap((writer) => [...writer.written]);
    tell(
      context,
      `every commit ${DELAY_SECONDS} s longer for ${SLOW_SECONDS} s while ${WRITERS} people write`,
      [
        `${called.length} notes called saved meanwhile, all stored`,
        `all ${written.length} saved ${Math.round(recovery)} ms after it was quick again`,
        `server grew by ${grown.toFixed(0)} MiB`,
      ],
    );
    mustHoldNotes(stored, written);
    await untilAlike([...writers.map(({ doc }) => doc), stored.doc]);
    expect(stored.doubled).toBe(0);
    expect(code).toBe(0);
    mustBeUnhurt(app.output());
    expect(grown).toBeLessThan(GROWTH_MIB);
  },
  120_000 + SLOW_SECONDS * 2_000,
);

/** Once per statement, however many rows it adds, and within its commit: a statement is its own transaction. */
const slowRows = `
  CREATE FUNCTION sleep_a_while() RETURNS trigger LANGUAGE plpgsql
  AS 'BEGIN PERFORM pg_sleep(${DELAY_SECONDS}); RETURN NULL; END';
  CREATE TRIGGER slow_row AFTER INSERT ON board_update
  FOR EACH STATEMENT EXECUTE FUNCTION sleep_a_while()`;
