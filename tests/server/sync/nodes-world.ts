import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { BoardId } from '#board/ids.ts';
import { asBoardId } from '#board/ids.ts';
import type { Bus } from '#server/sync/bus.ts';
import type { Clock } from '#server/sync/clock.ts';
import { systemClock } from '#server/sync/clock.ts';
import { Neighbours } from '#server/sync/neighbours.ts';
import type { UpdateLog } from '#server/sync/update-log.ts';
import { MemoryHub } from '#tests/support/memory-bus.ts';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import type { MemoryTx } from '#tests/support/memory-update-log.ts';
import { emptyBoard, socketOf, SyncServer, TestClient, until } from '#tests/support/sync.ts';
import type { SyncServerOptions } from '#tests/support/sync.ts';

/** One server among several, with its own way to the log that they share. */
export interface Node<Tx, Log extends UpdateLog<Tx> = UpdateLog<Tx>> {
  readonly name: string;
  readonly server: SyncServer<Tx>;
  readonly log: Log;
  readonly bus: Bus;
  readonly neighbours: Neighbours;
}

/** Two servers on one log in memory, and a road between them that can be broken. */
export interface NodesWorld {
  readonly boardId: BoardId;
  readonly hub: MemoryHub;
  readonly one: Node<MemoryTx, MemoryUpdateLog>;
  readonly two: Node<MemoryTx, MemoryUpdateLog>;
  client(node: { readonly server: { url: string } }, name: string, doc?: Y.Doc): TestClient;
  /** A client of ours that is live and has everything saved. */
  settled(node: { readonly server: { url: string } }, name: string): Promise<TestClient>;
  roamer(node: { readonly server: { url: string } }, name: string): Roamer;
}

/** How much faster than in life the nodes look after each other: 2 s between two looks are 0.1 s. */
const HASTE = 20;

type Options = Omit<Partial<SyncServerOptions<MemoryTx>>, 'log' | 'bus' | 'clock'> & {
  readonly random?: () => number;
};

/** Starts two nodes that end with the test. */
export async function nodesWorld({ random, ...options }: Options = {}): Promise<NodesWorld> {
  const boardId = asBoardId('board-1');
  const clock = hasty(systemClock);
  const hub = new MemoryHub({ clock, ...(random && { random }) });
  const first = new MemoryUpdateLog();
  first.addBoard(boardId, emptyBoard());
  const start = (name: string, log: MemoryUpdateLog) =>
    startNode<MemoryTx, MemoryUpdateLog>({ ...options, name, log, bus: hub.node(name), clock });
  const one = await start('one', first);
  const two = await start('two', new MemoryUpdateLog(first.boards));
  await until('they reach each other', () => one.bus.connected && two.bus.connected);
  const client: NodesWorld['client'] = (node, name, doc) =>
    ending(new TestClient(node.server, boardId, name, doc));
  const settled: NodesWorld['settled'] = async (node, name) => isSaved(client(node, name));
  const roamer: NodesWorld['roamer'] = (node, name) => ending(new Roamer(node, boardId, name));
  return { boardId, hub, one, two, client, settled, roamer };
}

type NodeOptions<Tx, Log extends UpdateLog<Tx>> = Omit<
  SyncServerOptions<Tx>,
  'log' | 'bus' | 'clock'
> & {
  readonly name: string;
  readonly log: Log;
  readonly bus: Bus;
  readonly clock?: Clock;
};

/** Starts a node that ends with the test; `clock` is the one by which it looks after its neighbours. */
export async function startNode<Tx, Log extends UpdateLog<Tx>>({
  name,
  clock = systemClock,
  ...options
}: NodeOptions<Tx, Log>): Promise<Node<Tx, Log>> {
  const { log, bus } = options;
  const server = await new SyncServer<Tx>(options).start();
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const neighbours = new Neighbours({ bus, clock, logger, log, rooms: server.rooms });
  await neighbours.start();
  onTestFinished(async () => {
    await server.stop();
    await neighbours.stop();
  });
  return { name, server, log, bus, neighbours };
}

/** A client whose load balancer may send it to another node each time it connects. */
export class Roamer extends TestClient {
  private readonly way: { node: { readonly server: { url: string } }; cut: () => void };

  constructor(node: { readonly server: { url: string } }, boardId: BoardId, name: string) {
    const way = { node, cut: () => {} };
    const Signed = socketOf(name, (socket) => (way.cut = () => socket.terminate()));
    const Rerouted = class extends Signed {
      constructor(address: string | URL) {
        super(String(address).replace(/^ws:\/\/[^/]+/, way.node.server.url));
      }
    };
    super(node.server, boardId, name, new Y.Doc(), { WebSocket: Rerouted as typeof Signed });
    this.way = way;
  }

  override cut(): void {
    this.way.cut();
  }

  /** Cuts the wire; the client comes back to that node by itself. */
  moveTo(node: { readonly server: { url: string } }): void {
    this.way.node = node;
    this.cut();
  }
}

/** Resolves once the client has everything saved. */
export async function isSaved<C extends TestClient>(client: C): Promise<C> {
  await until('it is saved', () => client.saving === 'saved');
  return client;
}

/** The document as the log tells it, read by nobody who was there. */
export async function replay(log: UpdateLog<MemoryTx>, boardId: BoardId): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const { state, rows } = await log.read(boardId);
  for (const { bytes } of state ? [state, ...rows] : rows) Y.applyUpdate(doc, bytes);
  return doc;
}

function ending<T extends { stop(): void }>(client: T): T {
  onTestFinished(() => client.stop());
  return client;
}

function hasty(clock: Clock): Clock {
  return {
    now: () => clock.now() * HASTE,
    after: (ms, run) => clock.after(ms / HASTE, run),
  };
}
