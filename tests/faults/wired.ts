import { onTestFinished } from 'vitest';
import type { BoardId } from '#board/ids.ts';
import { newDataDir, removeDataDir, startApp } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { copyPostgresTemplate } from '../support/postgres-template.ts';

import { TcpProxy } from '../support/tcp-proxy.ts';
import { settle } from './people.ts';
import { untilAll, Writer } from './writer.ts';
import type { Pace } from './writer.ts';

/** People who write on a server whose wire to Postgres a test may break. */
export interface Wired {
  readonly app: AppProcess;
  readonly wire: TcpProxy;
  /** The database, by a way around the wire. */
  readonly databaseUrl: string;
  readonly boardId: BoardId;
  readonly writers: readonly Writer[];
}

/** Everything is running and everybody has something saved. It ends with the test. */
export async function startWired(people: number, pace: Pace): Promise<Wired> {
  const { url: databaseUrl, drop } = await copyPostgresTemplate();
  onTestFinished(drop);
  const through = new URL(databaseUrl);
  const target = { host: through.hostname, port: Number(through.port || 5432) };
  const wire = await new TcpProxy([target]).start();
  onTestFinished(() => wire.stop());
  through.host = `127.0.0.1:${wire.port}`;
  const dataDir = await newDataDir();
  onTestFinished(() => removeDataDir(dataDir));
  const app = await startApp({ dataDir, env: { DATABASE_URL: through.href } });
  onTestFinished(() => app.kill());
  const { boardId, people: team } = await settle(app, people);
  const writers = team.map((person) => new Writer(app.url, boardId, person, 0, pace));
  onTestFinished(() => writers.forEach((writer) => writer.leave()));
  await untilAll('all saved some', writers, ({ saved }) => saved.size > 2, 20_000);
  return { app, wire, databaseUrl, boardId, writers };
}
