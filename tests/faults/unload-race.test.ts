import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { asBoardId } from '#board/ids.ts';
import type { BoardId } from '#board/ids.ts';
import type { MemoryTx, MemoryUpdateLog } from '../support/memory-update-log.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { emptyBoard, startMemoryServer, TestClient, until } from '../support/sync.ts';
import type { SyncServer } from '../support/sync.ts';
import { seedOf, size } from './size.ts';
import { tell } from './tell.ts';

const RACES = size('RACES', 40);
/** Boards that race at the same time. */
const LANES = 8;
/** Milliseconds of one save; until the last person leaves, and the next one comes, at most. */
const SAVE_MS = 400;
const APART_MS = 500;

it(
  `[SYNC-14] loses nothing in ${RACES} races of leaving, unloading and coming back with a slow save`,
  async (context) => {
    const seed = seedOf();
    const { server, log } = await startMemoryServer({ idleMs: 1, drainMs: 20_000 });
    onTestFinished(() => server.stop());
    log.beforeCommit = () => pause(SAVE_MS);
    const lanes = Array.from({ length: Math.min(LANES, RACES) }, (_, lane) => lane);
    const races = (lane: number): number => Math.ceil((RACES - lane) / lanes.length);
    const ends = lanes.map((lane) => raceOn(server, log, lane, races(lane), seed + lane));
    const missing = (await Promise.all(ends)).flat();
    await until('all rooms are dropped', () => server.metrics.rooms === 0, 10_000);
    tell(context, `leave, unload and come back × ${RACES}, ${SAVE_MS} ms per save (seed ${seed})`, [
      `${log.reads} loads of ${lanes.length} boards`,
      `${missing.length} edits lost`,
    ]);
    expect(missing).toEqual([]);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  },
  60_000 + RACES * 500,
);

/** One person after the other on one board; returns the edits that its log does not hold at the end. */
async function raceOn(
  server: SyncServer<MemoryTx>,
  log: MemoryUpdateLog,
  lane: number,
  races: number,
  seed: number,
): Promise<string[]> {
  const random = seededRandom(seed);
  const boardId = asBoardId(`race-${lane}`);
  log.addBoard(boardId, emptyBoard());
  const made: string[] = [];
  for (let race = 0; race < races; race++) {
    const person = new TestClient(server, boardId, `p${lane}-${race}`);
    await until('the board is open', () => person.link === 'live', 10_000);
    const id = `${lane}-${race}`;
    // What was made before is there, or comes as soon as it is stored.
    const all = (): boolean => made.every((earlier) => person.board.votes.has(earlier));
    await until(`all ${race} edits are there`, all, 10_000).catch(() => {});
    person.board.votes.set(id, race);
    made.push(id);
    await pause(random() * APART_MS);
    person.stop();
    await pause(random() * APART_MS);
  }
  await until(
    'nothing waits to be stored',
    () => missingIn(log, boardId, made).length === 0,
    10_000,
  ) //
    .catch(() => {});
  return missingIn(log, boardId, made);
}

function missingIn(log: MemoryUpdateLog, boardId: BoardId, made: readonly string[]): string[] {
  const doc = new Y.Doc();
  for (const { bytes } of log.boards.get(boardId)?.rows ?? []) Y.applyUpdate(doc, bytes);
  return made.filter((id) => !doc.getMap('votes').has(id));
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
