import { onTestFinished } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { BoardId } from '#board/ids.ts';
import type { MemoryTx, MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import {
  RawClient,
  startMemoryServer,
  stockClient,
  TestClient,
  until,
} from '#tests/support/sync.ts';
import type { SyncServer, SyncServerOptions } from '#tests/support/sync.ts';

/** One test's server on a memory log, with one board, and whoever comes to it. */
export interface World {
  readonly server: SyncServer<MemoryTx>;
  readonly log: MemoryUpdateLog;
  readonly boardId: BoardId;
  client(name: string, doc?: Y.Doc): TestClient;
  /** A client of ours that is live and has everything saved. */
  settled(name: string, doc?: Y.Doc): Promise<TestClient>;
  stock(name: string, doc?: Y.Doc): WebsocketProvider;
  raw(name: string, query?: string): RawClient;
  /** A bare socket that is in the room: it got the server's question. */
  joined(name: string, query?: string): Promise<RawClient>;
}

/** Starts a world that ends with the test. */
export async function world(options: Partial<SyncServerOptions<MemoryTx>> = {}): Promise<World> {
  const { server, log, boardId } = await startMemoryServer(options);
  onTestFinished(() => server.stop());
  const ending = <T extends { stop(): void }>(client: T): T => {
    onTestFinished(() => client.stop());
    return client;
  };
  const client = (name: string, doc?: Y.Doc): TestClient =>
    ending(new TestClient(server, boardId, name, doc));
  const raw = (name: string, query = '?protocol=1'): RawClient =>
    ending(new RawClient(server, `/sync/${boardId}${query}`, name));
  return {
    server,
    log,
    boardId,
    client,
    raw,
    settled: async (name, doc) => {
      const made = client(name, doc);
      await until(`${name} is saved`, () => made.saving === 'saved');
      return made;
    },
    stock: (name, doc) => {
      const made = stockClient(server, boardId, name, doc);
      onTestFinished(() => made.destroy());
      return made;
    },
    joined: async (name, query) => {
      const made = raw(name, query);
      await until(`${name} is asked`, () => made.ofKind(0).length > 0);
      return made;
    },
  };
}

/** A promise and the way to settle it. */
export function latch(): { opened: Promise<void>; open: () => void; fail: (error: Error) => void } {
  let open = (): void => {};
  let fail: (error: Error) => void = () => {};
  const opened = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  opened.catch(() => {});
  return { opened, open, fail };
}
