import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import { CloseCode } from '#board/wire.ts';
import type { BoardConnectionOptions } from '#components/sync/board-connection.ts';
import { openDeviceOutbox } from '#components/sync/device-outbox.ts';
import { emptyBoard, startMemoryServer, TestClient, until } from '#tests/support/sync.ts';
import { kept, newDevice, owner } from './device.ts';
import { Visitor } from './visitor-socket.ts';

beforeEach(newDevice);

async function setUp() {
  const { server, log, boardId } = await startMemoryServer();
  onTestFinished(() => server.stop());
  /** A tab of that person on this device. */
  const tab = (name: string, more: Partial<BoardConnectionOptions> = {}): TestClient => {
    const options = { outbox: openDeviceOutbox, random: () => 0, ...more };
    const made = new TestClient(server, boardId, name, new Y.Doc(), options);
    onTestFinished(() => made.stop());
    return made;
  };
  const live = async (name: string, more?: Partial<BoardConnectionOptions>) => {
    const made = tab(name, more);
    await until(`${name} is saved`, () => made.saving === 'saved');
    return made;
  };
  /** Nobody of that name is let in until `letIn`. */
  const shutOut = async (client: TestClient, name: string) => {
    server.rights.set(name, CloseCode.restarting);
    client.cut();
    await until(`${name} is offline`, () => client.link === 'offline');
  };
  const letIn = (name: string): boolean => server.rights.delete(name);
  const onServer = () => server.rooms.read(boardId, ({ votes }) => votes.toJSON());
  return { server, log, boardId, tab, live, shutOut, letIn, onServer };
}

/** Ends a tab as a crash does: nothing of it runs any more. */
function crash(client: TestClient): void {
  client.connection.stop();
}

const changesKept = async (name: string): Promise<number> =>
  (await kept(name)).entries.reduce((sum, { changes }) => sum + changes, 0);

describe('changes kept on this device', () => {
  test('[SYNC-41] are gone from it once they are saved', async () => {
    const { live } = await setUp();
    const anna = await live('anna');
    anna.board.votes.set('a', 1);
    expect(anna.saving).toBe('saving');
    await until('anna is saved', () => anna.saving === 'saved');
    await vi.waitFor(async () => expect(await kept('anna')).toEqual({ entries: [], aside: [] }));
  });

  test('[SYNC-42] made offline in a tab that died are sent at the next opening', async () => {
    const { live, shutOut, letIn, onServer } = await setUp();
    const anna = await live('anna');
    anna.board.votes.set('before', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    await shutOut(anna, 'anna');
    for (let i = 0; i < 5; i++) anna.board.votes.set(`v${i}`, i);
    // Builds on what the server holds, so that its base is missing in a new document.
    anna.board.votes.set('before', 2);
    await until('all six are kept', () => {
      const { saving } = anna.connection.state;
      return saving.is === 'offline' && saving.changes === 6 && saving.kept;
    });
    expect(anna.connection.atRisk).toBe(false);
    crash(anna);
    letIn('anna');
    const again = await live('anna');
    expect(again.board.votes.toJSON()).toEqual({ before: 2, v0: 0, v1: 1, v2: 2, v3: 3, v4: 4 });
    expect(await onServer()).toEqual({ before: 2, v0: 0, v1: 1, v2: 2, v3: 3, v4: 4 });
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(0));
  });

  test('[SYNC-42] typing in the middle of a text survives a tab that died', async () => {
    const { live, shutOut, letIn, server, boardId } = await setUp();
    const anna = await live('anna');
    const made = new Y.Map<unknown>();
    anna.board.actions.set('one', made);
    made.set('title', new Y.Text('Wachttijd balie'));
    await until('anna is saved', () => anna.saving === 'saved');
    await shutOut(anna, 'anna');
    (made.get('title') as Y.Text).insert(10, 'aan de ');
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    crash(anna);
    letIn('anna');
    await live('anna');
    const title = await server.rooms.read(boardId, ({ actions }) => {
      return String(actions.get('one')?.get('title'));
    });
    expect(title).toBe('Wachttijd aan de balie');
  });

  test('[SYNC-40] are left alone by whoever else opens the board on this device', async () => {
    const { live, shutOut, letIn, onServer } = await setUp();
    const anna = await live('anna');
    await shutOut(anna, 'anna');
    anna.board.votes.set('annas', 1);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    crash(anna);
    const bert = await live('bert');
    bert.board.votes.set('berts', 1);
    await until('bert is saved', () => bert.saving === 'saved');
    expect(await onServer()).toEqual({ berts: 1 });
    expect(await changesKept('anna')).toBe(1);
    letIn('anna');
    await live('anna');
    expect(await onServer()).toEqual({ annas: 1, berts: 1 });
  });

  test('[SYNC-40] are not sent when somebody else is signed in by the time the tab is back', async () => {
    const { live, server, onServer } = await setUp();
    const browser = new Visitor('anna');
    const WebSocket = browser.socketClass();
    const anna = await live('anna', { WebSocket });
    server.rights.set('anna', CloseCode.restarting);
    browser.cut();
    await until('anna is offline', () => anna.link === 'offline');
    anna.board.votes.set('annas', 1);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    // The cookie of this browser is another person's from here on.
    browser.name = 'bert';
    await until('the tab is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason: 'foreign-id' });
    expect(await onServer()).toEqual({});
    expect(await changesKept('anna')).toBe(1);
    const rescue = anna.connection.rescue();
    crash(anna);
    // Bert goes on in this tab; what is anna's stays hers.
    const bert = await live('bert', { rescue });
    expect(bert.connection.state.me?.person.id).toBe('bert');
    expect(bert.connection.state.setAside).toBeUndefined();
    expect(await onServer()).toEqual({});
  });

  test('[SYNC-42] of two tabs, neither takes away what the other has not had confirmed', async () => {
    const { live, shutOut, letIn, onServer, server } = await setUp();
    const [one, two] = [await live('anna'), await live('anna')];
    await shutOut(one, 'anna');
    one.board.votes.set('one', 1);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    // The second tab is still connected, and saves something of its own.
    two.board.votes.set('two', 1);
    await until('the second tab is saved', () => two.saving === 'saved');
    expect(await onServer()).toEqual({ two: 1 });
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    // It is cut off as well, and takes over what the first one left.
    two.cut();
    await until('the second tab is offline', () => two.link === 'offline');
    crash(one);
    letIn('anna');
    await until('the second tab is saved', () => two.saving === 'saved' && two.link === 'live');
    expect(await onServer()).toEqual({ one: 1, two: 1 });
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(0));
    expect(server.metrics.closed.get(CloseCode.damaged)).toBeUndefined();
  });

  test('[SYNC-43] without a device the board works, and says that changes are in this tab only', async () => {
    const { live, shutOut, letIn, onServer } = await setUp();
    const anna = await live('anna', { outbox: () => Promise.reject(new Error('private window')) });
    await shutOut(anna, 'anna');
    anna.board.votes.set('a', 1);
    expect(anna.connection.state.saving).toEqual({ is: 'offline', changes: 1, kept: false });
    expect(anna.connection.atRisk).toBe(true);
    letIn('anna');
    await until('anna is saved', () => anna.saving === 'saved');
    expect(anna.connection.atRisk).toBe(false);
    expect(await onServer()).toEqual({ a: 1 });
  });

  test('[SYNC-42] more than fits into one message arrives in pieces', async () => {
    const { live, shutOut, letIn, server } = await setUp();
    const anna = await live('anna');
    await shutOut(anna, 'anna');
    for (let i = 0; i < 30; i++) {
      const map = new Y.Map<unknown>();
      map.set('title', new Y.Text(`${i}`.padEnd(60_000, '.')));
      anna.board.actions.set(`a${i}`, map);
    }
    letIn('anna');
    await until('anna is saved', () => anna.saving === 'saved', 15_000);
    expect(server.metrics.closed.get(CloseCode.tooLarge)).toBeUndefined();
    expect(await server.rooms.read(owner('anna').boardId, ({ actions }) => actions.size)).toBe(30);
  });
});

describe('what the server does not take', () => {
  test('[SYNC-45] is set aside, and not sent again by the next tab', async () => {
    const { live, tab, onServer } = await setUp();
    const anna = await live('anna');
    anna.doc.getMap('nowhere').set('a', 1);
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.atRisk).toBe(true);
    await vi.waitFor(async () => expect((await kept('anna')).aside).toHaveLength(1));
    const file = anna.connection.recover();
    expect(file.notSaved).toMatchObject([{ reason: 'invalid', changes: 1, epoch: 1 }]);
    crash(anna);
    const again = tab('anna');
    await until('anna is back', () => again.link === 'live' && again.saving === 'saved');
    expect(again.connection.state.setAside).toEqual({ changes: 1, reason: 'invalid' });
    again.board.votes.set('a', 1);
    await until('anna is saved', () => again.saving === 'saved');
    expect(await onServer()).toEqual({ a: 1 });
    expect(again.connection.recover().notSaved[0]?.updates).toEqual(file.notSaved[0]?.updates);
    await again.connection.dropSetAside();
    expect(again.connection.state.setAside).toBeUndefined();
    expect(await kept('anna')).toEqual({ entries: [], aside: [] });
  });

  test('[SYNC-45] somebody who may only look by now sends nothing, and is told', async () => {
    const { live, tab, shutOut, server, onServer } = await setUp();
    const anna = await live('anna');
    await shutOut(anna, 'anna');
    anna.board.votes.set('late', 1);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    server.rights.set('anna', 'view');
    await until('anna is live', () => anna.link === 'live');
    expect(anna.connection.state.saving).toEqual({
      is: 'not-saving',
      reason: 'read-only',
      changes: 1,
      kept: true,
    });
    crash(anna);
    const again = tab('anna');
    await until('anna is told', () => again.saving === 'not-saving');
    expect(again.link).toBe('live');
    expect(again.board.votes.has('late')).toBe(false);
    server.rights.delete('anna');
    await server.rooms.recheck({ boardId: owner('anna').boardId });
    await until('anna is saved', () => again.saving === 'saved');
    expect(await onServer()).toEqual({ late: 1 });
  });
});

describe('a document of another epoch', () => {
  async function renew(here: Awaited<ReturnType<typeof setUp>>): Promise<void> {
    await here.server.rooms.stop();
    const at = here.log.boards.get(here.boardId)?.position ?? { epoch: 1, seq: 1 };
    await here.log.rebuild(here.boardId, at, emptyBoard());
    here.server.rooms.start();
  }

  test('[SYNC-46] gets what the tab still held, and the file with it stays on offer', async () => {
    const here = await setUp();
    const { live, shutOut, letIn, onServer } = here;
    const anna = await live('anna');
    anna.board.votes.set('old', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    await shutOut(anna, 'anna');
    anna.board.votes.set('new', 2);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    await renew(here);
    letIn('anna');
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason: 'epoch-changed' });
    const rescue = anna.connection.rescue();
    crash(anna);
    const again = await live('anna', { rescue });
    expect(again.board.votes.get('new')).toBe(2);
    expect(await onServer()).toMatchObject({ new: 2 });
    expect(again.connection.state.setAside).toEqual({ changes: 1, reason: 'epoch-changed' });
    expect((await kept('anna')).entries).toEqual([]);
    expect((await kept('anna')).aside).toHaveLength(1);
  });

  test('[SYNC-46] gets new things that a tab left that is gone', async () => {
    const here = await setUp();
    const { live, shutOut, letIn, onServer } = here;
    const anna = await live('anna');
    anna.board.votes.set('old', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    await shutOut(anna, 'anna');
    anna.board.votes.set('new', 2);
    await vi.waitFor(async () => expect(await changesKept('anna')).toBe(1));
    crash(anna);
    await renew(here);
    letIn('anna');
    const again = await live('anna');
    await until('it is written again', () => again.board.votes.get('new') === 2);
    await until('anna is saved', () => again.saving === 'saved');
    expect(await onServer()).toMatchObject({ new: 2 });
    expect(again.connection.state.setAside).toEqual({ changes: 1, reason: 'epoch-changed' });
  });
});

describe('the Yjs client id', () => {
  test('[SYNC-48] is named to the server, and changed when it belongs to somebody else', async () => {
    const { tab, onServer } = await setUp();
    const browser = new Visitor('anna');
    browser.idIsTaken = true;
    const anna = tab('anna', { WebSocket: browser.socketClass() });
    const first = anna.doc.clientID;
    await until('anna is saved', () => anna.saving === 'saved');
    expect(browser.asked[0]).toContain(`client=${first}`);
    expect(anna.doc.clientID).not.toBe(first);
    expect(anna.connection.awareness.clientID).toBe(anna.doc.clientID);
    anna.board.votes.set('a', 1);
    await until('anna is saved', () => anna.saving === 'saved');
    expect(await onServer()).toEqual({ a: 1 });
    browser.idIsTaken = false;
    anna.connection.stop();
    anna.connection.start();
    await until('anna asks again', () => browser.asked.length === 2);
    expect(browser.asked[1]).toContain(`client=${anna.doc.clientID}`);
  });

  test('[SYNC-48] under which something was written already is given up with its document', async () => {
    const { tab, live, onServer } = await setUp();
    const browser = new Visitor('anna');
    browser.idIsTaken = true;
    const anna = tab('anna', { WebSocket: browser.socketClass() });
    anna.board.votes.set('early', 1);
    await until('anna is refused', () => anna.link === 'refused');
    expect(anna.connection.state.link).toEqual({ is: 'refused', reason: 'foreign-id' });
    const rescue = anna.connection.rescue();
    crash(anna);
    const again = await live('anna', { rescue });
    await until('anna is saved', () => again.saving === 'saved');
    expect(await onServer()).toEqual({ early: 1 });
  });
});

test('[SYNC-44] the recovery file reads as the board, and holds every byte that is not saved', async () => {
  const { live, shutOut } = await setUp();
  const anna = await live('anna');
  await shutOut(anna, 'anna');
  const made = new Y.Map<unknown>();
  anna.board.actions.set('one', made);
  made.set('title', new Y.Text('Nieuwe lijst'));
  await until('it is kept', () => !anna.connection.atRisk);
  const file = anna.connection.recover();
  expect(file).toMatchObject({
    kind: 'verbeterbord-recovery',
    boardId: 'board-1',
    board: { actions: [{ id: 'one', title: 'Nieuwe lijst' }] },
    notSaved: [{ reason: 'waiting', epoch: 1, readable: { actions: [{ title: 'Nieuwe lijst' }] } }],
  });
  expect(Date.parse(file.madeAt)).toBeGreaterThan(0);
  const copy = boardDocument(new Y.Doc());
  for (const part of JSON.parse(JSON.stringify(file.notSaved)) as typeof file.notSaved) {
    for (const text of part.updates) Y.applyUpdate(copy.doc, Buffer.from(text, 'base64'));
  }
  expect(copy.actions.toJSON()).toMatchObject({ one: { title: 'Nieuwe lijst' } });
});
