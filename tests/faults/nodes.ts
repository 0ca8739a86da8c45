import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { freePort } from '../support/free-port.ts';
import { hasPostgres } from '../support/postgres.ts';
import { copyPostgresTemplate } from '../support/postgres-template.ts';
import { hasRedis, REDIS_URL } from '../support/redis.ts';

/** Several nodes of one installation, on one Postgres database and one Redis. */
export interface Nodes {
  readonly databaseUrl: string;
  readonly ports: readonly number[];
  /** The processes as they are now. */
  readonly apps: AppProcess[];
  /** Starts a node anew on its port; what its earlier process printed is added to `printed`. */
  again(at: number): Promise<void>;
  /** Everything that all of them printed so far. */
  output(): string;
}

/** What is missing to run several nodes; undefined when nothing is. */
export async function missingForNodes(): Promise<string | undefined> {
  if (!(await hasPostgres())) return 'no Postgres found';
  return (await hasRedis()) ? undefined : `no Redis at ${REDIS_URL}`;
}

/** Starts so many nodes; they end with the test. */
export async function startNodes(count: number, env: Record<string, string> = {}): Promise<Nodes> {
  const { url: databaseUrl, drop } = await copyPostgresTemplate();
  onTestFinished(drop);
  const secret = randomBytes(32).toString('hex');
  const settings = { DATABASE_URL: databaseUrl, REDIS_URL, AUTH_SECRET: secret, ...env };
  const ports: number[] = [];
  const apps: AppProcess[] = [];
  let printed = '';
  const start = async (port: number): Promise<AppProcess> => {
    const dataDir = await newDataDir();
    onTestFinished(() => removeDataDir(dataDir));
    const app = await startApp({ dataDir, port, env: settings });
    onTestFinished(() => app.kill());
    return app;
  };
  for (let at = 0; at < count; at++) {
    const port = await freePort();
    ports.push(port);
    apps.push(await start(port));
  }
  return {
    databaseUrl,
    ports,
    apps,
    again: async (at) => {
      printed += apps[at]?.output() ?? '';
      apps[at] = await start(ports[at] ?? 0);
    },
    output: () => printed + apps.map((app) => app.output()).join(''),
  };
}
