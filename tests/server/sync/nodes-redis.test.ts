import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { asBoardId } from '#board/ids.ts';
import type { Tx } from '#server/house.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { PrismaUpdateLog } from '#server/sync/prisma-update-log.ts';
import { redisBus } from '#server/sync/redis-bus.ts';
import { copyPostgresTemplate } from '#tests/support/postgres-template.ts';
import { complaints, print } from '#tests/support/print.ts';
import { hasRedis, REDIS_URL } from '#tests/support/redis.ts';
import { hasPostgres } from '#tests/support/postgres.ts';
import { emptyBoard, TestClient, until } from '#tests/support/sync.ts';
import { isSaved, startNode } from './nodes-world.ts';
import type { Node } from './nodes-world.ts';

const missing = [
  ...((await hasPostgres()) ? [] : ['Postgres']),
  ...((await hasRedis()) ? [] : ['Redis']),
];
if (missing.length > 0) print(`Left out, no ${missing.join(' and no ')} found: two nodes on both`);

const boardId = asBoardId('board-1');

/** Two servers with a connection of their own to one Postgres and one Redis. */
async function nodesOnBoth(): Promise<[Node<Tx>, Node<Tx>]> {
  const { url, drop } = await copyPostgresTemplate();
  onTestFinished(drop);
  const installation = randomUUID();
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const start = async (name: string, prepare = (_: Database) => Promise.resolve()) => {
    const database = await openDatabase({ databaseUrl: url, dataDir: '', log: complaints });
    onTestFinished(() => database.close());
    await prepare(database);
    const log = new PrismaUpdateLog(database.prisma);
    const bus = redisBus({ url: REDIS_URL, installation, logger });
    return startNode<Tx, PrismaUpdateLog>({ name, log, bus });
  };
  const nodes: [Node<Tx>, Node<Tx>] = [await start('one', addBoard), await start('two')];
  await until('they reach each other', () => nodes.every(({ bus }) => bus.connected));
  return nodes;
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function addBoard({ prisma }: Database): Promise<void> {
  await prisma.organisation.create({ data: { id: 'o', name: 'School' } });
  await prisma.team.create({ data: { id: 't', organisationId: 'o', name: 'Team' } });
  await prisma.user.create({ data: { id: 'u', email: 'u@example.org', name: 'U' } });
  const log = new PrismaUpdateLog(prisma);
  await log.transaction(async (tx) => {
    const data = { id: boardId, teamId: 't', title: 'B', template: 'pdca', createdById: 'u' };
    await tx.board.create({ data });
    await log.create(tx, boardId, emptyBoard());
  });
}

function come(node: Node<Tx>, name: string): Promise<TestClient> {
  const client = new TestClient(node.server, boardId, name);
  onTestFinished(() => client.stop());
  return isSaved(client);
}

describe.skipIf(missing.length > 0)('two nodes on Postgres and Redis', () => {
  test('[SYNC-60] [SYNC-19] both write at once: nothing is lost, stored twice or out of order', async () => {
    const nodes = await nodesOnBoth();
    const [one, two] = nodes;
    const people = await Promise.all(
      ['anna', 'bert', 'carl', 'dora'].map((name, at) => come(at % 2 ? one : two, name)),
    );
    const changes: Promise<unknown>[] = [];
    for (let round = 0; round < 25; round++) {
      for (const [at, { board }] of people.entries()) board.votes.set(`${at} ${round}`, round);
      if (round % 5 === 0) changes.push(...nodes.map((node) => changeOf(node, round)));
      await new Promise((next) => setImmediate(next));
    }
    await Promise.all([...changes, ...people.map(isSaved)]);
    const all = people.length * 25 + changes.length;
    await until('all have all', () => people.every(({ board }) => board.votes.size === all));
    const { rows } = await one.log.read(boardId);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
    const stored = new Y.Doc();
    for (const { bytes } of rows) Y.applyUpdate(stored, bytes);
    for (const { doc } of people) {
      expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))).toBe(true);
    }
    for (const { server } of nodes) expect(server.logged).toEqual([]);
  });

  test('[SYNC-61] [SYNC-62] cursors and rights reach the other node', async () => {
    const [one, two] = await nodesOnBoth();
    const [anna, bert] = [await come(one, 'anna'), await come(two, 'bert')];
    anna.connection.awareness.setLocalState({ cursor: [1, 2] });
    const seen = () => bert.connection.awareness.getStates().get(anna.doc.clientID);
    await until('bert sees anna', () => seen()?.['cursor'] !== undefined);
    two.server.rights.set('bert', 'view');
    await one.server.rooms.recheck({ personId: 'bert' });
    await until('bert only looks', () => bert.connection.state.me?.access === 'view');
    anna.connection.stop();
    await until('anna is gone', () => seen() === undefined);
  });
});

function changeOf({ name, server }: Node<Tx>, round: number): Promise<number> {
  return server.rooms.change(boardId, () =>
    Promise.resolve({
      result: round,
      apply: ({ votes }) => void votes.set(`${name} ${round}`, round),
    }),
  );
}
