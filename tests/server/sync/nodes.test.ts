import { describe, expect, test } from 'vitest';
import type { BoardDocument } from '#board/document.ts';
import type { Freshen } from '#server/sync/mirrored-facts.ts';
import type { MemoryTx } from '#tests/support/memory-update-log.ts';
import { emptyBoard, until } from '#tests/support/sync.ts';
import type { TestClient } from '#tests/support/sync.ts';
import { isSaved, nodesWorld } from './nodes-world.ts';
import { latch } from './world.ts';

const votesOf = (client: TestClient): unknown => client.board.votes.toJSON();
const cursorOf = (who: TestClient, seenBy: TestClient): unknown =>
  seenBy.connection.awareness.getStates().get(who.doc.clientID)?.['cursor'];
const pointAt = (who: TestClient, cursor: unknown): void =>
  who.connection.awareness.setLocalState({ cursor });

/** A change of the server's own that counts a vote. */
const vote = (name: string) => () =>
  Promise.resolve({
    result: name,
    apply: ({ votes }: BoardDocument) => void votes.set(name, 1),
  });

describe('what one node stores', () => {
  test('[SYNC-60] is seen on the other, in both directions and by who comes later', async () => {
    const { one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    anna.board.votes.set('a', 1);
    await until('bert sees it', () => bert.board.votes.has('a'));
    bert.board.votes.set('b', 1);
    await until('anna sees it', () => anna.board.votes.has('b'));
    for (const node of [one, two]) {
      expect(votesOf(await settled(node, 'carl'))).toEqual({ a: 1, b: 1 });
      expect(node.server.logged).toEqual([]);
    }
  });

  test('[SYNC-3] is on disk before the other shows it', async () => {
    const { one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    const [begun, disk] = [latch(), latch()];
    one.log.beforeCommit = () => {
      begun.open();
      return disk.opened;
    };
    anna.board.votes.set('a', 1);
    await begun.opened;
    bert.board.votes.set('b', 1);
    await until('what bert wrote is everywhere', () => anna.board.votes.has('b'));
    expect(bert.board.votes.has('a')).toBe(false);
    disk.open();
    await until('bert sees it', () => bert.board.votes.has('a'));
  });

  test('[SYNC-60] is found by the heartbeat when its ring got lost', async () => {
    const { hub, one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    hub.loss = 1;
    anna.board.votes.set('a', 1);
    await until('bert sees it', () => bert.board.votes.has('a'));
    expect([one.bus.connected, two.bus.connected]).toEqual([true, true]);
  });

  test('[SYNC-60] counts for what the other reads, also before its ring came', async () => {
    const { hub, one, two, settled, boardId } = await nodesWorld();
    const [anna] = [await settled(one, 'anna'), await settled(two, 'bert')];
    // Longer than the test takes, in the time of the bus.
    hub.delayMs = [1e6, 1e6];
    anna.board.votes.set('a', 1);
    await isSaved(anna);
    expect(await two.server.rooms.read(boardId, ({ votes }) => votes.toJSON())).toEqual({ a: 1 });
  });
});

describe('a change of the server’s own', () => {
  test('[SYNC-19] is seen on every node, and starts from what the others stored', async () => {
    const { hub, one, two, settled, boardId } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    hub.loss = 1;
    anna.board.votes.set('a', 1);
    await isSaved(anna);
    const seen = await two.server.rooms.change(boardId, ({ votes }) =>
      Promise.resolve({
        result: votes.toJSON(),
        apply: () => void votes.set('server', 1),
      }),
    );
    expect(seen).toEqual({ a: 1 });
    await until('all see it', () => [anna, bert].every(({ board }) => board.votes.has('server')));
  });

  test('[SYNC-19] and one of the other node at once both count, each once', async () => {
    const { one, two, settled, boardId } = await nodesWorld();
    const anna = await settled(one, 'anna');
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const rows = (): number => one.log.boards.get(boardId)?.rows.length ?? 0;
    const before = rows();
    await Promise.all(
      names.map((name, at) => (at % 2 ? one : two).server.rooms.change(boardId, vote(name))),
    );
    await until('anna sees all', () => names.every((name) => anna.board.votes.has(name)));
    expect(rows() - before).toBe(names.length);
  });

  test('[SYNC-62] [SYNC-25] facts that changed reach a board that only the other node has open', async () => {
    const title = { now: 'Old' };
    const freshen: Freshen<MemoryTx> = (_boardId, { facts }) =>
      Promise.resolve(
        facts.get('title') === title.now
          ? undefined
          : (board) => board.facts.set('title', title.now),
      );
    const { one, two, settled, boardId } = await nodesWorld({ freshen });
    const bert = await settled(two, 'bert');
    expect(bert.board.facts.get('title')).toBe('Old');
    title.now = 'New';
    await one.server.rooms.refresh(boardId);
    await until('bert sees it', () => bert.board.facts.get('title') === 'New');
    const anna = await settled(one, 'anna');
    title.now = 'Newest';
    await one.server.rooms.refresh(boardId);
    await until('both see it', () =>
      [anna, bert].every(({ board }) => board.facts.get('title') === 'Newest'),
    );
  });
});

describe('rights', () => {
  test('[SYNC-15] [SYNC-62] taken on one node end the stay on the other', async () => {
    const { one, two, settled, boardId } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    two.server.rights.set('bert', 4403).set('anna', 4403);
    await one.server.rooms.recheck({ boardId, personId: 'bert' });
    await until('bert is sent away', () => bert.link === 'refused');
    expect(anna.link).toBe('live');
  });

  test('[SYNC-62] [SYNC-15] that changed while a node was cut off count once it is back', async () => {
    const { hub, one, two, settled } = await nodesWorld();
    const bert = await settled(two, 'bert');
    hub.cut('one');
    two.server.rights.set('bert', 'view');
    await one.server.rooms.recheck({ personId: 'bert' });
    expect(bert.connection.state.me?.access).toBe('write');
    hub.heal('one');
    await until('bert only looks', () => bert.connection.state.me?.access === 'view');
  });
});

test('[SYNC-20] a board rebuilt on one node ends on the other, which stores nothing of the old one', async () => {
  const { one, two, settled, boardId } = await nodesWorld();
  const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
  const at = one.log.boards.get(boardId)?.position ?? { epoch: 1, seq: 1 };
  await one.log.rebuild(boardId, at, emptyBoard());
  await until('both are told', () => [anna, bert].every(({ link }) => link === 'refused'));
  for (const { connection } of [anna, bert]) {
    expect(connection.state.link).toEqual({ is: 'refused', reason: 'epoch-changed' });
  }
  const carl = await settled(two, 'carl');
  carl.board.votes.set('c', 1);
  await isSaved(carl);
  const dora = await settled(one, 'dora');
  await until('dora has it', () => dora.board.votes.has('c'));
  expect(two.server.rooms.openHere.get(boardId)?.epoch).toBe(2);
});

describe('presence', () => {
  test('[SYNC-61] people on different nodes see each other come, point and go', async () => {
    const { one, two, settled } = await nodesWorld();
    const anna = await settled(one, 'anna');
    pointAt(anna, [1, 1]);
    const bert = await settled(two, 'bert');
    await until('bert sees who was there', () => cursorOf(anna, bert) !== undefined);
    expect(bert.connection.awareness.getStates().get(anna.doc.clientID)).toMatchObject({
      user: { id: 'anna', name: 'ANNA' },
    });
    pointAt(bert, [2, 2]);
    await until('anna sees bert', () => cursorOf(bert, anna) !== undefined);
    bert.connection.stop();
    await until('bert is gone', () => cursorOf(bert, anna) === undefined);
  });

  test('[SYNC-61] who moves to another node keeps the cursor, and loses nothing', async () => {
    const { one, two, settled, roamer } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    const carl = await isSaved(roamer(one, 'carl'));
    for (const [at, node] of [two, one, two, one].entries()) {
      pointAt(carl, at);
      carl.board.votes.set(`v${at}`, 1);
      carl.moveTo(node);
      carl.board.votes.set(`w${at}`, 1);
      await until('carl is there', () => node.server.metrics.sockets === 2);
      await until('all see carl', () => [anna, bert].every((who) => cursorOf(carl, who) === at));
      await isSaved(carl);
    }
    await until('all have all', () => [anna, bert].every(({ board }) => board.votes.size === 8));
    carl.connection.stop();
    await until('carl is gone', () =>
      [anna, bert].every((who) => cursorOf(carl, who) === undefined),
    );
  });

  test('[SYNC-73] who left a node that nobody could hear is gone once it can be heard', async () => {
    const { hub, one, two, settled, boardId } = await nodesWorld({ idleMs: 1 });
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    pointAt(anna, 1);
    pointAt(bert, 'still here');
    await until('bert sees anna', () => cursorOf(anna, bert) === 1);
    hub.cut('one');
    anna.connection.stop();
    await until('the board is given back', () => !one.server.rooms.openHere.has(boardId));
    hub.heal('one');
    await until('anna is gone', () => cursorOf(anna, bert) === undefined, 15_000);
    expect(cursorOf(bert, bert)).toBe('still here');
  });

  test('[SYNC-73] who leaves in the moment in which the board is given back is gone at once', async () => {
    const { one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    pointAt(anna, 1);
    await until('bert sees anna', () => cursorOf(anna, bert) === 1);
    anna.connection.stop();
    await one.server.rooms.stop();
    await until('anna is gone', () => cursorOf(anna, bert) === undefined);
  });
});

describe('a node that cannot reach the others', () => {
  test('[SYNC-63] goes on, and catches up', async () => {
    const { hub, one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    hub.cut('one');
    for (let at = 0; at < 10; at++) {
      anna.board.votes.set(`a${at}`, at);
      bert.board.votes.set(`b${at}`, at);
      pointAt(anna, at);
      await Promise.all([isSaved(anna), isSaved(bert)]);
    }
    hub.heal('one');
    await until(
      'they are alike',
      () => anna.board.votes.size === 20 && bert.board.votes.size === 20,
    );
    await until('bert sees where anna points', () => cursorOf(anna, bert) === 9);
  });

  test('[SYNC-63] [SYNC-11] nor the database, goes on alone and tells all when both are back', async () => {
    const { hub, one, two, settled } = await nodesWorld();
    const [anna, bert] = [await settled(one, 'anna'), await settled(two, 'bert')];
    hub.cut('one');
    const heads = one.log.heads.bind(one.log);
    one.log.heads = () => Promise.reject(new Error('down'));
    one.log.beforeCommit = () => Promise.reject(new Error('down'));
    anna.board.votes.set('a', 1);
    await until('anna is told', () => anna.saving === 'not-saving');
    const carl = one.server;
    const dora = await settled(two, 'dora');
    for (const who of [bert, dora]) who.board.votes.set(who.doc.guid, 1);
    await Promise.all([isSaved(bert), isSaved(dora)]);
    expect(bert.board.votes.has('a')).toBe(false);
    one.log.beforeCommit = () => Promise.resolve();
    one.log.heads = heads;
    hub.heal('one');
    await until('all are alike', () =>
      [anna, bert, dora].every(({ board }) => board.votes.size === 3),
    );
    await isSaved(anna);
    expect(carl.metrics.degradedRooms).toBe(0);
  });
});
