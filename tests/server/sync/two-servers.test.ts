import { expect, onTestFinished, test } from 'vitest';
import { MemoryUpdateLog } from '#tests/support/memory-update-log.ts';
import { SyncServer, TestClient, until } from '#tests/support/sync.ts';
import { world } from './world.ts';

/** Two servers on one database, both with the board open; nobody tells the second of new rows. */
async function setUp() {
  const here = await world();
  const [anna, bert] = [await here.settled('anna'), await here.settled('bert')];
  anna.board.votes.set('r|1|anna', 1);
  await until('anna is saved', () => anna.saving === 'saved');
  const second = await new SyncServer({ log: new MemoryUpdateLog(here.log.boards) }).start();
  onTestFinished(() => second.stop());
  const dora = new TestClient(second, here.boardId, 'dora');
  onTestFinished(() => dora.stop());
  await until('dora is saved', () => dora.saving === 'saved');
  anna.board.votes.set('r|2|anna', 1);
  await until('bert sees it', () => bert.board.votes.has('r|2|anna'));
  return { ...here, second, anna, bert };
}

test('[SYNC-71] who comes from another server with more than this one has read is no forger', async () => {
  const { second, boardId, bert } = await setUp();
  bert.connection.stop();
  const again = new TestClient(second, boardId, 'bert', bert.doc);
  onTestFinished(() => again.stop());
  await until('bert is saved', () => again.saving === 'saved' || again.link === 'refused');
  expect(again.saving).toBe('saved');
});

test('[SYNC-71] nor is somebody who may only look', async () => {
  const { second, boardId, server, settled } = await setUp();
  for (const { rights } of [server, second]) rights.set('viewer', 'view');
  const viewer = await settled('viewer');
  await until('the viewer sees it', () => viewer.board.votes.has('r|2|anna'));
  viewer.connection.stop();
  const again = new TestClient(second, boardId, 'viewer', viewer.doc);
  onTestFinished(() => again.stop());
  await until('the viewer is live', () => again.saving === 'saved' || again.link === 'refused');
  expect(again.link).toBe('live');
});
