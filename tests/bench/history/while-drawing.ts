import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivered } from '../load/commands.ts';
import { Crowd } from '../load/crowd.ts';
import type { Place } from './place.ts';

/** Times that each person moves a note in a second, and seconds that each part lasts. */
const PER_SECOND = 4;
const SECONDS = 20;
/** Milliseconds from one snapshot to the next at least. */
const EVERY_MS = 5_000;

export interface WhileDrawing {
  readonly quiet: Delivered;
  readonly snapshots: Delivered;
  /** How many were taken, one after the other. */
  readonly taken: number;
}

/** People draw on a large board, first by themselves, then while a snapshot is taken again and again. */
export async function whileDrawing(
  place: Place,
  board: { id: string; records: number; people: number },
): Promise<WhileDrawing> {
  const server = fork(new URL('./draw-server.js', import.meta.url), [
    ...[place.dataDir, place.databaseUrl ?? '', board.id],
  ]);
  const { port } = await hear<{ port: number }>(server);
  const { people: each, records } = board;
  const aim = { port, wire: 'y-websocket' as const, records, keeps: true };
  const crowd = await Crowd.gather({ ...aim, boards: [board.id], each, writing: each });
  const move = () => crowd.move({ perSecond: PER_SECOND }, (ms) => ms < SECONDS * 1000);
  // The first ones build the draft and plan the statements.
  await crowd.move({ perSecond: PER_SECOND }, (ms) => ms < 3_000);
  const quiet = await move();
  let [moving, taken] = [true, 0];
  const taking = (async () => {
    for (; moving; taken++) {
      server.send('snapshot');
      await Promise.all([hear(server), wait(EVERY_MS)]);
    }
  })();
  const snapshots = await move();
  moving = false;
  await taking;
  await crowd.leave();
  server.send('stop');
  await once(server, 'exit');
  return { quiet, snapshots, taken };
}

async function hear<T>(server: ChildProcess): Promise<T> {
  const [message] = (await once(server, 'message')) as [T];
  return message;
}
