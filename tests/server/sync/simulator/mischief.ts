import { heavyJobs } from '#server/sync/heavy-jobs.ts';
import type { BoardDocument } from '#board/document.ts';
import { forge } from './forger.ts';
import { editHonestly } from './honest-edits.ts';
import type { SimServer } from './sim-server.ts';
import { SERVER } from './witness.ts';
import { BOARD } from './world.ts';
import type { World } from './world.ts';

type Deed = (world: World) => void;

/** What may happen next, and how often it does. */
const deeds: readonly (readonly [weight: number, name: string, Deed])[] = [
  [60, 'edit', edit],
  [6, 'undo', undo],
  [4, 'point', ({ clients, dice }) => dice.pick(clients).point()],
  [5, 'server change', changeByServer],
  [2, 'facts move on', moveFacts],
  [5, 'forge', forgeSomething],
  [4, 'cut', ({ everybody, dice }) => dice.pick(everybody).link?.cut()],
  [1.5, 'silence', ({ everybody, dice }) => dice.pick(everybody).link?.goSilent()],
  [
    2.5,
    'slow reader',
    ({ everybody, dice }) => dice.pick(everybody).link?.stall(dice.between(10, 50_000)),
  ],
  [3, 'leave', ({ everybody, dice }) => dice.pick(everybody).leave()],
  [4, 'come back', comeBack],
  [1, 'start afresh', startAfresh],
  [1, 'partition', partition],
  [1.5, 'kill', kill],
  [1, 'stop', stop],
  [0.8, 'freeze', freeze],
  [2, 'rights change', changeRights],
  [2, 'compact', ({ servers, dice }) => void compact(dice.pick(servers)).catch(() => {})],
  [3, 'database', trouble],
  [0.4, 'time leaps', ({ clock, dice }) => clock.leap(dice.between(1_000, 3_600_000))],
];

/** Does one thing by chance. */
export function happen(world: World): void {
  const [, name, deed] = world.dice.weighted(deeds.map((one) => [one[0], one] as const));
  world.trace(name);
  deed(world);
}

function edit({ clients, dice }: World): void {
  const client = dice.pick(clients);
  if (client.mayEdit) editHonestly(client.board, client.traits.personId, dice);
}

function undo({ clients, dice }: World): void {
  const client = dice.pick(clients);
  if (!client.mayEdit) return;
  if (dice.chance(0.7)) client.undo.undo();
  else client.undo.redo();
}

function changeByServer({ servers, dice, board }: World): void {
  const key = `step-${dice.below(4)}`;
  const rows = board.logSeq;
  const apply = ({ facts, votes }: BoardDocument): void => {
    facts.set(key, { by: SERVER, rows });
    votes.set('r|0|server', dice.below(9));
  };
  // While the database fails a change of ours fails, and says so.
  dice
    .pick(servers)
    .rooms.change(BOARD, () => Promise.resolve({ result: undefined, apply }))
    .catch(() => {});
}

function moveFacts({ servers, facts }: World): void {
  facts.revision += 1;
  for (const { rooms } of servers) void rooms.refresh(BOARD).catch(() => {});
}

function forgeSomething(world: World): void {
  const { forger } = world;
  if (forger.barredBy === undefined) return forge(world);
  forger.startAfresh();
  forger.comeBack();
}

function comeBack({ everybody, dice }: World): void {
  const client = dice.pick(everybody);
  if (client.wants) return;
  client.comeBack();
}

/** A device without what it had before: another browser, a private window. */
function startAfresh({ clients, dice }: World): void {
  const client = dice.pick(clients);
  if (client.barredBy === undefined) return;
  client.startAfresh();
  client.comeBack();
}

function partition({ everybody, dice, cutOff, clock }: World): void {
  for (const client of everybody) {
    if (dice.chance(0.5)) continue;
    cutOff.add(client);
    client.link?.cut();
  }
  clock.after(dice.between(100, 60_000), () => cutOff.clear());
}

function kill(world: World): void {
  const at = world.dice.below(world.servers.length);
  world.servers[at]?.kill();
  restartLater(world, at);
}

function stop(world: World): void {
  const at = world.dice.below(world.servers.length);
  const server = world.servers[at];
  if (!server?.takesCalls) return;
  void server.stop();
  restartLater(world, at);
}

function restartLater(world: World, at: number): void {
  const old = world.servers[at];
  world.clock.after(world.dice.between(0, 12_000), () => {
    if (world.servers[at] !== old) return;
    old?.kill();
    world.servers[at] = world.startServer(at);
  });
}

function freeze({ servers, dice, clock }: World): void {
  const { clock: process } = dice.pick(servers);
  process.freeze();
  clock.after(dice.between(10, 40_000), () => process.thaw());
}

function changeRights({ rights, dice, servers, clients }: World): void {
  const personId = dice.pick(['anna', 'bert', 'stan']);
  rights.set(personId, dice.pick(['write', 'write', 'view', null] as const));
  for (const { rooms } of servers) void rooms.recheck({ personId });
  if (rights.get(personId) !== 'write') return;
  for (const client of clients) if (client.traits.personId === personId) client.comeBack();
}

/** Puts a state in the place of rows, as another process would that has the log and nothing else. */
async function compact({ log }: SimServer): Promise<void> {
  const { epoch, state, rows } = await log.read(BOARD);
  const seq = rows.at(-1)?.seq ?? state?.seq ?? 0;
  const parts = [...(state ? [state] : []), ...rows].map(({ bytes }) => bytes);
  await log.keepState(BOARD, { epoch, seq, bytes: heavyJobs.fold(parts).state });
  await log.prune(BOARD, new Date(8.64e15));
}

function trouble({ database, dice, clock }: World): void {
  database.health = dice.pick(['slow', 'down', 'doubtful', 'well']);
  clock.after(dice.between(5, 20_000), () => (database.health = 'well'));
}
