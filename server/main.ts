import type { RequestListener, Server } from 'node:http';
import pino from 'pino';
import { admit } from './access/admit.ts';
import { isSetUp } from './accounts/is-set-up.ts';
import { DatabaseError } from './db/errors.ts';
import { openDatabase } from './db/open-database.ts';
import { Ending } from './ending.ts';
import { readEnv, WrongEnv } from './env.ts';
import type { Env } from './env.ts';
import { furnish } from './furnish.ts';
import type { Furnished } from './furnish.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { listen } from './listen.ts';
import type { Listening } from './listen.ts';
import { logOptions } from './log-options.ts';
import { openPages } from './pages.ts';
import type { Pages } from './pages.ts';
import { reachableHosts } from './reachable-hosts.ts';
import { startRounds } from './rounds.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { HttpSync } from './sync/http-sync.ts';
import { SyncUpgrade } from './sync/upgrade.ts';
import type { UpgradeDeps } from './sync/upgrade.ts';

const dev = process.env.NODE_ENV !== 'production';

async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ ...logOptions, level: env.logLevel });
  const ending = new Ending(log);
  ending.watch();
  const database = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    log,
    onLost: (error) => fail(`The database stopped: ${error.message}`),
  });
  ending.add(() => database.close());
  let open: (answer: RequestListener) => void = () => {};
  // The port is known before the pages are ready: whoever asks early waits.
  const opened = new Promise<RequestListener>((resolve) => (open = resolve));
  const listening = await listen(env.host, env.port, (request, response) => {
    setSecurityHeaders(response, { dev });
    void opened.then((answer) => answer(request, response));
  });
  const furnished = await furnish(settle(env, listening), log, database);
  const { house, rooms, neighbours, heavy, snapshots } = furnished;
  openHouse(house);
  const pages = await openPages({ dev, port: listening.port, host: env.host });
  const sync = openSync(listening.servers, pages, furnished);
  heavy.start();
  snapshots.start();
  house.pictures.start();
  rooms.start();
  await neighbours.start();
  ending.add(
    () => pages.close(),
    () => closeConnections(listening),
    // Rooms still ring, and fold what they hold, while they end.
    () => house.pictures.stop(),
    () => heavy.stop(),
    () => snapshots.stop(),
    () => neighbours.stop(),
    () => sync.stop(),
    () => rooms.stop(),
    () => stopListening(listening),
    ...startRounds(house),
  );
  open((request, response) => {
    if (sync.http.matches(request.url)) sync.http.handle(request, response);
    else pages.handle(request, response);
  });
  await greet(house);
}

/** The settings with the address that people use, now that the port is known. */
function settle(env: Env, { port }: Listening): Env {
  const given = process.env.PUBLIC_URL
    ? env.publicUrl
    : `http://${reachableHosts(env.host)[0]}:${port}`;
  const publicUrl = new URL(given).origin;
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL = publicUrl;
  return { ...env, port, publicUrl };
}

function openSync(
  servers: readonly Server[],
  pages: Pages,
  { house, rooms, metrics }: Furnished,
): { http: HttpSync; stop: () => Promise<void> } {
  const deps: UpgradeDeps = {
    origins: house.origins,
    admit: (request, boardId) => admit(house, request, boardId),
    rooms,
    logger: house.log,
    metrics,
  };
  const [upgrade, http] = [new SyncUpgrade(deps), new HttpSync(deps)];
  for (const server of servers) {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (upgrade.matches(request.url)) upgrade.handle(request, socket, head);
      else if (!pages.upgrade(request, socket, head)) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      }
    });
  }
  const stop = async () => void (await Promise.all([upgrade.stop(), http.stop()]));
  return { http, stop };
}

async function greet(house: House): Promise<void> {
  const { publicUrl } = house.env;
  process.stdout.write(`Verbeterbord is at ${publicUrl}\n`);
  if (await isSetUp(house)) return;
  process.stdout.write(`Make the first account: ${publicUrl}/setup\n`);
  if (house.setupCode !== null) process.stdout.write(`Set-up code: ${house.setupCode}\n`);
}

/** Nobody new comes in; what is being answered goes on, streams of the sync engine among it. */
function stopListening({ servers }: Listening): void {
  for (const server of servers) server.close();
}

function closeConnections({ servers }: Listening): void {
  for (const server of servers) server.closeAllConnections();
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const whyNotListening: Record<string, string> = {
  EADDRINUSE: 'another program has this port, set PORT to another one',
  EACCES: 'this port needs more rights, set PORT to one above 1023',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  ENOTFOUND: 'HOST is no address of this machine',
};

main().catch((error: unknown) => {
  if (error instanceof WrongEnv) fail(`Wrong setting: ${error.message}`);
  if (error instanceof DatabaseError) fail(error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === undefined ? undefined : whyNotListening[code];
  if (why !== undefined) fail(`Cannot listen (${message}): ${why}.`);
  fail(
    `Could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
});
