import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client.ts';
import type { CommandName, Commands, Delivered } from './commands.ts';
import { Crowd } from './crowd.ts';
import { countRecords, fillAll, joinAll } from './newcomers.ts';
import { wholeOf } from './seed.ts';

/** Milliseconds in which a closed connection tells a reader who comes back. */
const FAREWELL_MS = 3_000;
/** The number of the client that stops reading, beyond all others. */
const STALLED = 7_000;

/** A process that is many clients; does what the benchmark says, one thing at a time. */
let crowd: Crowd | undefined;
let moving: { readonly done: Promise<Delivered>; stop: () => void } | undefined;
let stalled: Client | undefined;

const commands: Commands = {
  seed: fillAll,
  gather: async (gathering) => {
    crowd = await Crowd.gather(gathering);
  },
  move: ({ seconds, ...how }) => present(crowd).move(how, (ms) => ms < seconds * 1000),
  startMoving: async (how) => {
    let going = true;
    const done = present(crowd).move(how, () => going);
    moving = { done, stop: () => (going = false) };
  },
  stopMoving: () => {
    present(moving).stop();
    return present(moving).done;
  },
  scribble: async ({ seconds, perSecond }) => ({
    bytes: await present(crowd).scribble(perSecond, (ms) => ms < seconds * 1000),
  }),
  join: joinAll,
  count: countRecords,
  stall: async (aim) => {
    stalled = new Client({ ...aim, number: STALLED, whole: wholeOf(aim) });
    await stalled.joined;
    stalled.pause();
  },
  unstall: async () => {
    const client = present(stalled);
    client.resume();
    const until = performance.now() + FAREWELL_MS;
    while (!client.ended && performance.now() < until) await wait(5);
    const closed = client.ended;
    await client.leave();
    return closed;
  },
  leave: async () => {
    const { sentAway } = present(crowd);
    await present(crowd).leave();
    crowd = undefined;
    return sentAway;
  },
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return Promise.resolve((user + system) / 1000);
  },
};

function present<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('asked for what was not begun');
  return thing;
}

interface Question {
  readonly id: number;
  readonly name: CommandName;
  readonly asked: unknown;
}

process.on('message', ({ id, name, asked }: Question) => {
  const command = commands[name] as (asked: unknown) => Promise<unknown>;
  command(asked).then(
    (answer) => process.send?.({ id, answer }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
