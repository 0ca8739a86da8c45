import * as Y from 'yjs';
import { checkAtRest, rebuilt } from './at-rest.ts';
import { happen } from './mischief.ts';
import { plainDoc } from './plain-doc.ts';
import { BOARD, World } from './world.ts';

/** Things that happen in one run. */
const STEPS = 70;
/** Simulated milliseconds in which everybody has to be settled once nothing is wrong any more. */
const PATIENCE_MS = 240_000;

/** Simulated milliseconds in which what a killed server had on its way may still come in. */
const LATE_MS = 12_000;

/** Lives one run through. Throws with what was broken, if anything was. */
export async function simulate(seed: number, print?: (line: string) => void): Promise<World> {
  const world = new World(seed, print);
  for (const client of world.everybody) client.connect();
  for (let step = 0; step < STEPS; step++) {
    happen(world);
    await world.clock.pass(pause(world));
  }
  await heal(world);
  await compare(world);
  await empty(world);
  const { blames } = world.witness;
  if (blames.length > 0) {
    throw new Error(`seed ${seed}: ${[...new Set(blames)].slice(0, 5).join('; ')}`);
  }
  return world;
}

function pause({ dice }: World): number {
  return dice.weighted<() => number>([
    [50, () => 0],
    [33, () => dice.between(0, 30)],
    [14, () => dice.between(0, 2_000)],
    [3, () => dice.between(0, 45_000)],
  ])();
}

/** Ends all trouble and waits until everybody has everything and was told so. */
async function heal(world: World): Promise<void> {
  const { clock, database, rights, cutOff, clients, forger, servers } = world;
  world.trace('all heals');
  database.health = 'well';
  cutOff.clear();
  forger.leave();
  for (const personId of rights.keys())
    rights.set(personId, personId === 'vera' ? 'view' : 'write');
  servers.forEach((server, at) => {
    server.clock.thaw();
    if (server.takesCalls) return;
    server.kill();
    servers[at] = world.startServer(at);
  });
  if (world.witness.isContested) await reopen(world);
  const deadline = clock.now() + PATIENCE_MS;
  // Trouble that began before may still end later, and rights may still be asked after.
  while (clock.now() < deadline - PATIENCE_MS + LATE_MS || !isSettled(world)) {
    if (clock.now() > deadline) return blameTheUnsettled(world);
    if (clock.now() < deadline - PATIENCE_MS / 2) for (const client of clients) client.comeBack();
    world.ring();
    await clock.pass(500);
  }
}

/** Everybody goes until no server holds the board any more, and comes back with nothing. */
async function reopen({ clients, clock }: World): Promise<void> {
  for (const client of clients) client.leave();
  await clock.pass(45_000);
  for (const client of clients) client.startAfresh();
}

function isSettled({ clients, witness }: World): boolean {
  if (!clients.every((client) => client.isSettled)) return false;
  const stored = Y.encodeStateVector(witness.stored.doc);
  return clients
    .filter(({ traits }) => !traits.speaksOwnKinds)
    .every(({ doc }) => Buffer.compare(Y.encodeStateVector(doc), stored) === 0);
}

function blameTheUnsettled({ clients, witness }: World): void {
  for (const client of clients) {
    if (!client.isSettled) witness.blame(`${client.describe()} does not settle`);
  }
  witness.blame('not all is settled');
}

async function compare(world: World): Promise<void> {
  const { clients, servers, witness, board, facts, clock } = world;
  // Facts that could not be brought up to date are tried again within a minute, and rights asked again
  // that were looked up in the time of trouble. [SYNC-25] [SYNC-15]
  for (const end = clock.now() + 62_000; clock.now() < end || !isSettled(world);) {
    if (clock.now() > end + PATIENCE_MS) return blameTheUnsettled(world);
    for (const client of clients) client.comeBack();
    await clock.pass(500);
  }
  const replicas = clients.map(({ doc, traits }) => ({ doc, name: traits.name }));
  for (const { rooms, log, name } of servers) {
    const read = rooms.read(BOARD, ({ doc }) => Y.encodeStateAsUpdate(doc));
    const history = log.read(BOARD);
    await clock.pass(100);
    replicas.push({ name: `the log by ${name}`, doc: rebuilt(await history) });
    const doc = plainDoc();
    Y.applyUpdate(doc, await read);
    replicas.push({ name, doc });
  }
  checkAtRest(witness, replicas, servers.length === 1);
  const shown = witness.stored.facts.get('people') as { revision?: number } | undefined;
  if (shown?.revision !== facts.revision) witness.blame('the facts are not up to date');
  if (board.logSeq !== witness.rows) witness.blame('a row was not seen');
}

/** Everybody goes: nothing may stay in memory. [SYNC-14] */
async function empty({ clients, servers, witness, clock }: World): Promise<void> {
  for (const client of clients) client.leave();
  await clock.pass(45_000);
  for (const { metrics, name } of servers) {
    const { rooms, drafts, sockets, degradedRooms } = metrics;
    const left = { rooms, drafts, sockets, degradedRooms };
    if (Object.values(left).some((count) => count !== 0)) {
      witness.blame(`${name} still holds ${JSON.stringify(left)}`);
    }
  }
}
