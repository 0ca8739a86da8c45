import { removeDataDir, startApp } from './app-process.ts';
import type { AppProcess } from './app-process.ts';
import { freePort } from './free-port.ts';
import { hasPostgres } from './postgres.ts';
import { copyPostgresTemplate } from './postgres-template.ts';
import { hasRedis, REDIS_URL } from './redis.ts';

/** Two processes of the built product that share one Postgres database and one Redis. */
export interface TwoNodes {
  readonly nodes: readonly [AppProcess, AppProcess];
  readonly databaseUrl: string;
  /** Starts a node again at its address, after it was killed or stopped. */
  restart(which: 0 | 1): Promise<AppProcess>;
  /** Ends both and removes what they left. */
  close(): Promise<void>;
}

/** Undefined when two nodes can be started here, else what is missing. */
export async function whatTwoNodesLack(): Promise<string | undefined> {
  const missing = [
    ...((await hasPostgres()) ? [] : ['Postgres']),
    ...((await hasRedis()) ? [] : ['Redis']),
  ];
  return missing.length > 0 ? `no ${missing.join(', no ')} found` : undefined;
}

/** @param redisUrl lets a test put a gate before Redis, one for each node */
export async function startTwoNodes(
  redisUrl: readonly [string, string] = [REDIS_URL, REDIS_URL],
): Promise<TwoNodes> {
  const database = await copyPostgresTemplate();
  const ports = [await freePort(), await freePort()];
  const start = (which: 0 | 1, dataDir?: string): Promise<AppProcess> =>
    startApp({
      ...(dataDir === undefined ? {} : { dataDir }),
      port: ports[which] ?? 0,
      env: {
        DATABASE_URL: database.url,
        REDIS_URL: redisUrl[which],
        // Each has a data directory of its own, and would make a secret of its own.
        AUTH_SECRET: 'signs the sessions of both test nodes',
      },
    });
  const begun = await Promise.allSettled([start(0), start(1)]);
  const [first, second] = begun.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  if (!first || !second) {
    for (const node of [first, second]) await node?.kill();
    await database.drop();
    throw new Error('two nodes could not be started', { cause: begun });
  }
  const nodes: [AppProcess, AppProcess] = [first, second];
  return {
    nodes,
    databaseUrl: database.url,
    restart: async (which) => (nodes[which] = await start(which, nodes[which].dataDir)),
    close: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      await Promise.all(nodes.map((node) => removeDataDir(node.dataDir)));
      await database.drop();
    },
  };
}
