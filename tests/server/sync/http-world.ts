import { onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import { httpSocketOf, RawHttpClient } from '#tests/support/http-client.ts';
import { TestClient, until } from '#tests/support/sync.ts';
import type { SyncServerOptions } from '#tests/support/sync.ts';
import type { MemoryTx } from '#tests/support/memory-update-log.ts';
import { world } from './world.ts';
import type { World } from './world.ts';

/** A world in which some come over HTTP. */
export interface HttpWorld extends World {
  /** The product's own client over HTTP. */
  overHttp(name: string, doc?: Y.Doc): TestClient;
  settledOverHttp(name: string, doc?: Y.Doc): Promise<TestClient>;
  /** A bare stream whose head has come. */
  stream(name: string, headers?: Record<string, string>): Promise<RawHttpClient>;
  /** A bare stream that is in the room: it has a session and got the server's question. */
  joinedStream(name: string): Promise<RawHttpClient>;
}

export async function httpWorld(
  options: Partial<SyncServerOptions<MemoryTx>> = {},
): Promise<HttpWorld> {
  const here = await world(options);
  const { server, boardId } = here;
  const overHttp = (name: string, doc?: Y.Doc): TestClient => {
    const client = new TestClient(server, boardId, name, doc, { WebSocket: httpSocketOf(name) });
    onTestFinished(() => client.stop());
    return client;
  };
  const stream = (name: string, headers?: Record<string, string>): Promise<RawHttpClient> => {
    const client = new RawHttpClient(server, `/sync/${boardId}`, name);
    onTestFinished(() => client.stop());
    return client.open(headers);
  };
  return {
    ...here,
    overHttp,
    stream,
    settledOverHttp: async (name, doc) => {
      const client = overHttp(name, doc);
      await until(`${name} is saved`, () => client.saving === 'saved');
      return client;
    },
    joinedStream: async (name) => {
      const client = await stream(name);
      await until(`${name} is asked`, () => client.ofKind(0).length > 0);
      return client;
    },
  };
}
