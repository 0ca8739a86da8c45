import { expect, it, onTestFinished } from 'vitest';
import type { TestContext } from 'vitest';
import { projection } from '#board/projection.ts';
import { canStartCluster } from '../support/postgres-cluster.ts';
import { print } from '../support/print.ts';
import { canMount } from '../support/small-volume.ts';
import { until } from '../support/sync.ts';
import { mustBeUnhurt, mustHoldNotes, readStored, untilAlike } from './invariants.ts';
import { OnVolume } from './on-volume.ts';
import { settle } from './people.ts';
import type { Team } from './people.ts';
import { size } from './size.ts';
import { tell } from './tell.ts';
import { untilAll, Writer } from './writer.ts';
import type { Pace } from './writer.ts';

const FULL_SECONDS = size('FULL_SECONDS', 2);
/** Milliseconds until a full disk shows, and until all is saved once there is space again. */
const NOTICE_MS = 20_000;
const RECOVERY_MS = 30_000;
const WRITERS = 5;
const PACE: Pace = { between: 20, patience: 500 };
const TIMEOUT_MS = 240_000 + 3_000 * FULL_SECONDS;
/** What the server may report as an error meanwhile. */
const EXPECTED = ['a board could not be opened'];

if (!canMount()) print('Left out, mounting a volume needs root on Linux: a full disk');
else if (!canStartCluster()) print('Left out, no Postgres found: a full disk under Postgres');

it.skipIf(!canMount())(
  `[SYNC-4] [SYNC-11] a full disk for ${FULL_SECONDS} s under the embedded database`,
  async (context) => fillUp(context, await OnVolume.embedded(), 'the embedded database'),
  TIMEOUT_MS,
);

it.skipIf(!canMount() || !canStartCluster())(
  `[SYNC-4] [SYNC-11] a full disk for ${FULL_SECONDS} s under Postgres`,
  async (context) => fillUp(context, await OnVolume.postgres(), 'Postgres'),
  TIMEOUT_MS,
);

async function fillUp(context: TestContext, server: OnVolume, under: string): Promise<void> {
  const team = await settle(server.app.now, WRITERS);
  const meanwhile = await fullAndFree(server, team);
  const { called, seen } = await fullAndKilled(server, team);
  const stored = await readBack(server, team);
  tell(context, `disk full for ${FULL_SECONDS} s under ${under} while ${WRITERS} people write`, [
    `not saved was shown after ${Math.round(meanwhile.noticeMs)} ms`,
    `reading the board answered ${meanwhile.read}, adding a note ${meanwhile.write}`,
    `all ${meanwhile.written.length} notes saved ${Math.round(meanwhile.recoveryMs)} ms after space returned`,
    `then killed while full: ${called.length} called saved, ${seen.length} seen`,
    `ended by themselves (server, Postgres): ${server.restarts.join(', ')}`,
  ]);
  mustHoldNotes(stored, [...meanwhile.written, ...called, ...seen]);
  expect(stored.doubled).toBe(0);
  expect(meanwhile.read).toBe(200);
  expect(meanwhile.write).toBeGreaterThanOrEqual(500);
  mustBeUnhurt(server.output(), EXPECTED);
}

/** Fills the disk, looks what works, frees it, and waits until everything is saved. */
async function fullAndFree(server: OnVolume, team: Team) {
  const writers = await startWriting(server, team, 'a');
  const noticeMs = await untilNoticed(server, writers);
  const { status: read } = await tried(team, 'GET', 'document');
  const note = { canvas: 'pdca', text: 'While it is full', x: 0, y: 0 };
  const { status: write } = await tried(team, 'POST', 'notes', note);
  await new Promise((over) => setTimeout(over, FULL_SECONDS * 1_000));
  server.volume.free();
  const freed = performance.now();
  for (const writer of writers) await writer.rest();
  await untilAll('all is saved', writers, (one) => one.settled, RECOVERY_MS);
  const recoveryMs = performance.now() - freed;
  await untilAlike(writers.map(({ doc }) => doc));
  for (const writer of writers) writer.leave();
  const written = writers.flatMap((writer) => [...writer.written]);
  return { noticeMs, read, write, recoveryMs, written };
}

/** Fills the disk and kills the server, with everybody gone who could put back what it lost. */
async function fullAndKilled(server: OnVolume, team: Team) {
  const writers = await startWriting(server, team, 'b');
  // What is shown once nothing is saved any more is shown as such, and may be lost.
  const seen = [...new Set(writers.flatMap((writer) => writer.seen()))];
  await untilNoticed(server, writers);
  for (const writer of writers) writer.leave();
  const called = writers.flatMap((writer) => [...writer.saved]);
  await server.kill();
  server.volume.free();
  await server.restart();
  return { called, seen };
}

async function startWriting(server: OnVolume, team: Team, round: string): Promise<Writer[]> {
  const { url } = server.app.now;
  const writers = team.people.map((person) => new Writer(url, team.boardId, person, round, PACE));
  onTestFinished(() => writers.forEach((writer) => writer.leave()));
  await untilAll('all saved some', writers, ({ saved }) => saved.size > 2, NOTICE_MS);
  return writers;
}

/** Fills the disk; resolves with the milliseconds until somebody reads that nothing is saved. */
async function untilNoticed({ volume }: OnVolume, writers: readonly Writer[]): Promise<number> {
  volume.fill();
  const since = performance.now();
  const noticed = (): boolean =>
    writers.some(({ client }) => ['not-saving', 'offline'].includes(client.saving));
  await until('somebody reads that nothing is saved', noticed, NOTICE_MS);
  return performance.now() - since;
}

/** Status 0 when there was no answer at all. */
function tried({ rest, boardId }: Team, method: string, path: string, body?: unknown) {
  return rest
    .call(method, `/boards/${boardId}/${path}`, body)
    .catch(() => ({ status: 0, body: null }));
}

async function readBack(server: OnVolume, { rest, boardId }: Team) {
  const { notes } = await rest.get(`/boards/${boardId}/document`, projection);
  expect(notes.length).toBeGreaterThan(0);
  await server.app.now.stop();
  return readStored(server.place, boardId);
}
