import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pino from 'pino';
import type { Logger } from 'pino';
import { admit } from './access/admit.ts';
import { isSetUp } from './accounts/is-set-up.ts';
import { Attempts } from './auth/attempts.ts';
import { readAuthSecret } from './auth/auth-secret.ts';
import { emptyBin } from './boards/empty-bin.ts';
import { collectFacts, factsChange } from './boards/facts.ts';
import { DatabaseError } from './db/errors.ts';
import { openDatabase } from './db/open-database.ts';
import type { Database } from './db/open-database.ts';
import { isLoopback, readEnv, WrongEnv } from './env.ts';
import type { Env } from './env.ts';
import { openHouse } from './house.ts';
import type { House, Tx } from './house.ts';
import { listen } from './listen.ts';
import type { Listening } from './listen.ts';
import { Postman } from './mail/postman.ts';
import { openPages } from './pages.ts';
import type { Pages } from './pages.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { createSyncMetrics } from './sync/metrics.ts';
import { PrismaUpdateLog } from './sync/prisma-update-log.ts';
import { Rooms } from './sync/rooms.ts';
import { SyncUpgrade } from './sync/upgrade.ts';
import { syncMetricsText } from './sync-metrics-text.ts';

const STOP_MS = 10_000;
const BIN_ROUND_MS = 3600_000;
const dev = process.env.NODE_ENV !== 'production';

async function main(): Promise<void> {
  const env = readEnv();
  const log = pino({ level: env.logLevel });
  const stops: (() => Promise<void> | void)[] = [];
  endWell(log, stops);
  const database = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    log,
    onLost: (error) => fail(`The database stopped: ${error.message}`),
  });
  stops.push(() => database.close());
  let open: (pages: Pages) => void = () => {};
  // The port is known before the pages are ready: whoever asks early waits.
  const opened = new Promise<Pages>((resolve) => (open = resolve));
  const listening = await listen(env.host, env.port, (request, response) => {
    setSecurityHeaders(response, { dev });
    void opened.then((pages) => pages.handle(request, response));
  });
  const { house, rooms, metrics } = await furnish(settle(env, listening), log, database);
  const pages = await openPages({ dev, port: listening.port, host: env.host });
  const sync = new SyncUpgrade({
    origins: house.origins,
    admit: (request, boardId) => admit(house, request, boardId),
    rooms,
    logger: log,
    metrics,
  });
  rooms.start();
  for (const server of listening.servers) {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (sync.matches(request.url)) sync.handle(request, socket, head);
      else if (!pages.upgrade(request, socket, head))
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    });
  }
  stops.push(
    () => pages.close(),
    () => sync.stop(),
    () => rooms.stop(),
    () => stopListening(listening),
    ...startRounds(house),
  );
  open(pages);
  await greet(house);
}

/** The address that people use, now that the port is known. */
function settle(env: Env, { port }: Listening): Env {
  const given = process.env.PUBLIC_URL ? env.publicUrl : `http://${env.host}:${port}`;
  const publicUrl = new URL(given).origin;
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL = publicUrl;
  return { ...env, port, publicUrl };
}

async function furnish(env: Env, log: Logger, database: Database) {
  const metrics = createSyncMetrics();
  const documentLog = new PrismaUpdateLog(database.prisma);
  const rooms = new Rooms<Tx>({
    log: documentLog,
    logger: log,
    metrics,
    freshen: async (boardId, board) =>
      factsChange(board, await collectFacts(database.prisma, boardId)),
  });
  const house: House = {
    env,
    log,
    documentLog,
    authSecret: await readAuthSecret(env),
    origins: new Set([env.publicUrl, ...(isLoopback(env.host) ? loopbackOrigins(env.port) : [])]),
    version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    attempts: new Attempts(Date.now),
    ready: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
    db: database.prisma,
    documents: rooms,
    clock: () => new Date(),
    setupCode: isLoopback(env.host) ? null : String(randomInt(10_000_000, 100_000_000)),
    metrics: () => syncMetricsText(metrics),
  };
  openHouse(house);
  return { house, rooms, metrics };
}

function loopbackOrigins(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${port}`);
}

/** What runs by the clock; returns how each is stopped. */
function startRounds(house: House): (() => Promise<void> | void)[] {
  const bin = setInterval(() => {
    emptyBin(house).catch((error: unknown) =>
      house.log.warn({ err: error }, 'the bin could not be emptied'),
    );
  }, BIN_ROUND_MS);
  const stops: (() => Promise<void> | void)[] = [() => clearInterval(bin)];
  if (house.env.smtpUrl) {
    const from = `Verbeterbord <no-reply@${new URL(house.env.publicUrl).hostname}>`;
    const postman = new Postman(house, { smtpUrl: house.env.smtpUrl, from });
    postman.start();
    stops.push(() => postman.stop());
  }
  return stops;
}

async function greet(house: House): Promise<void> {
  const { publicUrl } = house.env;
  process.stdout.write(`Verbeterbord is at ${publicUrl}\n`);
  if (await isSetUp(house)) return;
  const code = house.setupCode === null ? '' : `?code=${house.setupCode}`;
  process.stdout.write(`Make the first account: ${publicUrl}/setup${code}\n`);
}

function stopListening({ servers }: Listening): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

/** Stops in the reverse order of starting, once, within ten seconds whatever hangs. */
function endWell(log: Logger, stops: (() => Promise<void> | void)[]): void {
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    for (const stop of stops.reverse()) {
      await Promise.resolve(stop()).catch((error: unknown) =>
        log.error({ err: error }, 'stopping failed'),
      );
    }
    process.exit(code);
  };
  process.once('SIGTERM', () => void end(0));
  process.once('SIGINT', () => void end(0));
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise was rejected and nobody heard; stopping to start clean');
    void end(1);
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error was not caught; stopping to start clean');
    void end(1);
  });
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  if (error instanceof WrongEnv) fail(`Wrong setting: ${error.message}`);
  if (error instanceof DatabaseError) fail(error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    fail(`The port is taken by another program: ${message}. Set PORT to another one.`);
  fail(
    `Could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
});
