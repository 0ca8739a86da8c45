import { expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { boardDocument } from '#board/document.ts';
import { memoryOf } from '../support/memory-of.ts';
import { hasPostgres } from '../support/postgres.ts';
import { print } from '../support/print.ts';
import { until } from '../support/sync.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { size } from './size.ts';
import { tell } from './tell.ts';
import { startWired } from './wired.ts';
import type { Wired } from './wired.ts';
import { notesIn, untilAll } from './writer.ts';
import type { Pace, Writer } from './writer.ts';

const GONE_SECONDS = size('GONE_SECONDS', 4);
const GONE_MS = GONE_SECONDS * 1_000;
/** Milliseconds after which nobody may read "Saved" any more, and in which all is saved at the end. */
const HONEST_MS = 3_000;
const RECOVERY_MS = 10_000;
/** Mebibytes that the server may grow by meanwhile. */
const GROWTH_MIB = 64;
const WRITERS = 5;
const PACE: Pace = { between: 100, patience: 500 };
/** What the server may report as an error meanwhile: somebody knocked and there was no board to read. */
const EXPECTED = ['a board could not be opened'];

const there = await hasPostgres();
if (!there) print('Left out, no Postgres found: the database gone');

it.skipIf(!there)(
  `[SYNC-11] people go on while the database refuses for ${GONE_SECONDS} s`,
  (context) => withoutDatabase(context, 'refuses', ({ wire }) => wire.cut()),
  120_000 + 2 * GONE_MS,
);

it.skipIf(!there)(
  `[SYNC-11] people go on while the database is silent for ${GONE_SECONDS} s`,
  (context) => withoutDatabase(context, 'is silent', ({ wire }) => wire.freeze()),
  120_000 + 2 * GONE_MS,
);

async function withoutDatabase(
  context: TestContext,
  how: string,
  breakIt: (wired: Wired) => void,
): Promise<void> {
  const wired = await startWired(WRITERS, PACE);
  const { app, wire, databaseUrl, boardId, writers } = wired;
  const before = memoryOf(app.pid) ?? 0;
  const meanwhile = await duringOutage(wired, breakIt);
  const grown = (memoryOf(app.pid) ?? 0) - before;

  wire.open();
  const opened = performance.now();
  for (const writer of writers) await writer.rest();
  await untilAll('all is saved', writers, (one) => one.settled, RECOVERY_MS);
  const recovery = performance.now() - opened;
  await untilAlike(writers.map(({ doc }) => doc));
  const code = await app.stop();
  const stored = await readStored({ databaseUrl }, boardId);
  const written = writers.flatMap((writer) => [...writer.written]);
  tell(context, `the database ${how} for ${GONE_SECONDS} s while ${WRITERS} people write`, [
    `nobody read saved after ${Math.round(meanwhile.honestMs)} ms`,
    `${meanwhile.relayed} of ${WRITERS} saw others' new notes meanwhile`,
    `all ${written.length} notes saved ${Math.round(recovery)} ms after its return`,
    `server grew by ${grown.toFixed(0)} MiB`,
    `${stored.doubled} rows doubled`,
  ]);
  mustHoldNotes(stored, written);
  expect(notesIn(boardDocument(stored.doc))).toHaveLength(written.length);
  await untilAlike([...writers.map(({ doc }) => doc), stored.doc]);
  expect(stored.doubled).toBe(0);
  expect(code).toBe(0);
  mustBeUnhurt(app.output(), EXPECTED);
  expect(grown).toBeLessThan(GROWTH_MIB);
  expect(meanwhile.relayed, 'people who saw what others wrote meanwhile').toBe(WRITERS);
}

/** Breaks the database and waits its time, while nothing may be called saved. */
async function duringOutage(
  wired: Wired,
  breakIt: (wired: Wired) => void,
): Promise<{ honestMs: number; relayed: number }> {
  const { writers, databaseUrl, boardId } = wired;
  const since = performance.now();
  breakIt(wired);
  const nobodySaved = (): boolean => writers.every(({ client }) => client.saving !== 'saved');
  await until('nobody reads saved', nobodySaved, HONEST_MS);
  const honestMs = performance.now() - since;
  const called = writers.flatMap((writer) => [...writer.saved]);
  mustHoldNotes(await readStored({ databaseUrl }, boardId), called);
  const before = writers.map((writer) => new Set(writer.written));
  const isOver = (): boolean => performance.now() - since > GONE_MS;
  await until('the time is over', () => isOver() || !nobodySaved(), GONE_MS + 1_000);
  expect(nobodySaved(), 'saved was said while nothing was stored').toBe(true);
  return { honestMs, relayed: countInformed(writers, before) };
}

/** How many people see notes that others wrote since. */
function countInformed(writers: readonly Writer[], before: readonly Set<string>[]): number {
  const informed = (one: Writer): boolean =>
    writers.some(
      (other, at) =>
        other !== one &&
        [...other.written].some((id) => !before[at]?.has(id) && one.client.board.records.has(id)),
    );
  return writers.filter(informed).length;
}
