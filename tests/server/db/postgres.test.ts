import { connect, createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '#server/db/postgres.ts';
import { findPostgres, hasPostgres, withDatabase } from '#tests/support/postgres.ts';
import { rememberLines } from './lines.ts';

const postgresIsThere = await hasPostgres();

describe('openPostgres', () => {
  it('tries again for a while, a line each time, and then gives up without showing the password', async () => {
    const log = rememberLines();
    const place = `127.0.0.1:${await closedPort()}/board`;
    const databaseUrl = `postgresql://me:secret@${place}`;
    await expect(openPostgres({ databaseUrl, log, pauses: [10, 20] })).rejects.toThrow(
      expect.objectContaining({
        code: 'database-unreachable',
        message: expect.stringMatching(
          new RegExp(`^The database at ${place} cannot be used: .*ECONNREFUSED`),
        ),
      }),
    );
    expect(log.lines).toEqual([
      expect.stringMatching(/is not reachable \(.*ECONNREFUSED.*\); trying again in 0.01 s\.$/),
      expect.stringMatching(/trying again in 0.02 s\.$/),
    ]);
    expect(log.lines.join()).not.toContain('secret');
  });

  it.skipIf(!postgresIsThere)('goes on as soon as the server is there', async () => {
    const server = (await findPostgres()) ?? '';
    const port = await closedPort();
    const log = rememberLines();
    const waiting = openPostgres({
      databaseUrl: Object.assign(new URL(server), { port }).href,
      log: {
        ...log,
        warn: (line) => {
          log.warn(line);
          if (log.lines.length === 2) forward(port, server);
        },
      },
      pauses: Array<number>(100).fill(20),
    });
    const pool = await waiting;
    expect((await pool.query('SHOW timezone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await pool.end();
    expect(log.lines.length).toBeGreaterThanOrEqual(2);
  });

  it.skipIf(!postgresIsThere)('does not wait for a database that is not there', async () => {
    const databaseUrl = withDatabase((await findPostgres()) ?? '', 'no such database');
    const log = rememberLines();
    await expect(openPostgres({ databaseUrl, log })).rejects.toThrow(
      /cannot be used: database "no such database" does not exist$/,
    );
    expect(log.lines).toEqual([]);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Lets a Postgres server be reached on another port. */
function forward(port: number, url: string): void {
  const { hostname, port: target } = new URL(url);
  const server = createServer((socket) => {
    const upstream = connect(Number(target || 5432), hostname);
    socket.pipe(upstream).pipe(socket);
  }).listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
}
