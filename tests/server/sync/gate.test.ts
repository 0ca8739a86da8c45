import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#board/document.ts';
import type { BoardDocument } from '#board/document.ts';
import { MAX_FRAME_BYTES } from '#board/wire.ts';
import { judge } from '#server/sync/gate.ts';
import type { Verdict } from '#server/sync/gate.ts';
import { Homes } from '#server/sync/homes.ts';

/** A server's document with some of everything in it. */
function serverBoard(): BoardDocument {
  const board = boardDocument(new Y.Doc());
  board.doc.transact(() => {
    board.meta.set('format', 1);
    board.facts.set('task:1', { state: 'agreed' });
    const note = new Y.Map<unknown>();
    note.set('p:text', new Y.Text('hello'));
    board.records.set('shape:1', note);
    board.votes.set('a', 1);
  });
  return board;
}

/** A client that has all of the server's document. */
function clientOf(server: BoardDocument, clientId?: number): BoardDocument {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
  return boardDocument(doc);
}

/** The updates that `change` makes on the client, one per transaction. */
function updatesOf({ doc }: BoardDocument, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', keep);
  change();
  doc.off('update', keep);
  return updates;
}

function updateOf(board: BoardDocument, change: () => void): Uint8Array {
  return Y.mergeUpdates(updatesOf(board, change));
}

const textOf = (board: BoardDocument): Y.Text =>
  (board.records.get('shape:1') as Y.Map<unknown>).get('p:text') as Y.Text;

const anna = { personId: 'anna', owners: new Map<number, string>() };

function judged(server: BoardDocument, update: Uint8Array): Verdict {
  const before = Y.encodeStateAsUpdate(server.doc);
  const verdict = judge(update, new Homes(server.doc), anna);
  expect(Y.encodeStateAsUpdate(server.doc)).toEqual(before);
  return verdict;
}

describe('honest updates', () => {
  const server = serverBoard();
  const edits: [string, (client: BoardDocument) => void][] = [
    ['a new record', ({ records }) => records.set('shape:2', new Y.Map([['x', 1]]))],
    ['a changed value', ({ votes }) => votes.set('a', 2)],
    ['a deleted record', ({ records }) => records.delete('shape:1')],
    ['typed text', (client) => textOf(client).insert(2, 'xyz')],
    ['deleted text', (client) => textOf(client).delete(0, 3)],
    ['formatted text', (client) => textOf(client).format(0, 3, { bold: true })],
  ];

  test.each(edits)('[SYNC-7] pass: %s', (_what, edit) => {
    const client = clientOf(server);
    expect(
      judged(
        server,
        updateOf(client, () => edit(client)),
      ),
    ).toMatchObject({
      is: 'fine',
      adds: true,
      trespasses: false,
    });
  });

  test('[SYNC-4] an update that is known already adds nothing', () => {
    const client = clientOf(server);
    const state = Y.encodeStateAsUpdate(client.doc);
    expect(judged(server, state)).toMatchObject({ is: 'fine', adds: false });
    expect(judged(server, Uint8Array.of(0, 0))).toMatchObject({ is: 'fine', adds: false });
  });

  test('[SYNC-6] each may build on those accepted before it', () => {
    const client = clientOf(server);
    const [first, second] = updatesOf(client, () => {
      textOf(client).insert(0, 'a');
      textOf(client).insert(1, 'b');
    });
    expect(judged(server, second ?? new Uint8Array())).toEqual({ is: 'gap' });
    Y.applyUpdate(server.doc, first ?? new Uint8Array());
    const own = { personId: 'anna', owners: new Map([[client.doc.clientID, 'anna']]) };
    const verdict = judge(second ?? new Uint8Array(), new Homes(server.doc), own);
    expect(verdict).toMatchObject({ is: 'fine', adds: true, claims: [] });
  });

  test('[SYNC-6] two clients may build on each other in one update', () => {
    const a = clientOf(server, 10);
    const b = clientOf(server, 20);
    const made = [];
    for (let i = 0; i < 5; i++) {
      made.push(updateOf(a, () => textOf(a).insert(i, 'a')));
      Y.applyUpdate(b.doc, made.at(-1) ?? new Uint8Array());
      made.push(updateOf(b, () => textOf(b).insert(i + 1, 'b')));
      Y.applyUpdate(a.doc, made.at(-1) ?? new Uint8Array());
    }
    expect(judged(server, Y.mergeUpdates(made))).toMatchObject({ is: 'fine', adds: true });
  });
});

describe('gaps', () => {
  test('[SYNC-6] an update whose own past is missing', () => {
    const server = serverBoard();
    const client = clientOf(server);
    client.votes.set('b', 1);
    const later = updateOf(client, () => client.votes.set('c', 1));
    expect(judged(server, later)).toEqual({ is: 'gap' });
  });

  test('[SYNC-6] an update that builds on somebody unknown', () => {
    const server = serverBoard();
    const a = clientOf(server, 10);
    textOf(a).insert(0, 'from a');
    const b = clientOf(a, 20);
    const later = updateOf(b, () => textOf(b).insert(3, 'from b'));
    expect(judged(server, later)).toEqual({ is: 'gap' });
  });

  test('[SYNC-6] a deletion of what is not known', () => {
    const server = serverBoard();
    const a = clientOf(server, 10);
    a.votes.set('b', 1);
    const b = clientOf(a, 20);
    const later = updateOf(b, () => b.votes.delete('b'));
    expect(judged(server, later)).toEqual({ is: 'gap' });
  });
});

describe('server-owned roots', () => {
  const trespasses: [string, (client: BoardDocument) => void][] = [
    ['a new key', ({ facts }) => facts.set('task:2', { state: 'done' })],
    ['a changed key', ({ facts }) => facts.set('task:1', { state: 'done' })],
    ['a deleted key', ({ facts }) => facts.delete('task:1')],
    ['another root', ({ meta }) => meta.set('epoch', 9)],
    ['a nested type', ({ meeting }) => meeting.set('x', new Y.Map([['y', 1]]))],
  ];

  test.each(trespasses)('[SYNC-8] a write there is noticed: %s', (_what, edit) => {
    const server = serverBoard();
    const client = clientOf(server);
    const update = updateOf(client, () => edit(client));
    expect(judged(server, update)).toMatchObject({ is: 'fine', trespasses: true });
  });

  test('[SYNC-9] a root that no board has is refused', () => {
    const server = serverBoard();
    const client = clientOf(server);
    const update = updateOf(client, () => client.doc.getMap('secrets').set('a', 1));
    expect(judged(server, update)).toMatchObject({ is: 'refused', code: 'invalid' });
  });

  test('[SYNC-9] a root used as a list is refused', () => {
    const server = serverBoard();
    const doc = new Y.Doc();
    doc.getArray('records').push([1]);
    const verdict = judged(server, Y.encodeStateAsUpdate(doc));
    expect(verdict).toMatchObject({ is: 'refused', code: 'invalid' });
  });
});

describe('whose an update is', () => {
  const forged = (client: number, clock: number): Uint8Array =>
    bytes(1, 1, client, clock, 0, 50, 0);
  const judgedOf = (personId: string, update: Uint8Array): Verdict => {
    const server = serverBoard();
    const bert = clientOf(server, 10);
    Y.applyUpdate(
      server.doc,
      updateOf(bert, () => bert.votes.set('b', 1)),
    );
    return judge(update, new Homes(server.doc), { personId, owners: new Map([[10, 'bert']]) });
  };

  test('[SYNC-27] a part under somebody else’s Yjs client id is refused, also one without content', () => {
    expect(judgedOf('anna', forged(10, 1))).toMatchObject({ is: 'refused', code: 'foreign-id' });
  });

  test('[SYNC-27] the same person may use an id again, from another window or device', () => {
    expect(judgedOf('bert', forged(10, 1))).toMatchObject({ is: 'fine', adds: true, claims: [] });
  });

  test('[SYNC-27] an id that nobody used is claimed by who uses it first', () => {
    expect(judgedOf('anna', forged(11, 0))).toMatchObject({ is: 'fine', claims: [11] });
  });

  test('[SYNC-27] what is there without an owner is the server’s', () => {
    const server = serverBoard();
    const update = forged(server.doc.clientID, Y.getState(server.doc.store, server.doc.clientID));
    expect(judged(server, update)).toMatchObject({ is: 'refused', code: 'foreign-id' });
  });

  test('[SYNC-27] parts of others that are known already are nobody’s forgery', () => {
    const server = serverBoard();
    const bert = clientOf(server, 10);
    const update = updateOf(bert, () => bert.votes.set('b', 1));
    Y.applyUpdate(server.doc, update);
    const owners = new Map([[10, 'bert']]);
    const verdict = judge(update, new Homes(server.doc), { personId: 'anna', owners });
    expect(verdict).toMatchObject({ is: 'fine', adds: false });
  });
});

describe('limits', () => {
  const nested = (levels: number): Uint8Array => {
    const client = clientOf(serverBoard());
    return updateOf(client, () => {
      let map = new Y.Map<unknown>();
      client.records.set('deep', map);
      for (let level = 1; level < levels; level++) {
        const inner = new Y.Map<unknown>();
        map.set('in', inner);
        map = inner;
      }
    });
  };

  test('[SYNC-7] types lie 64 deep at most', () => {
    expect(judged(serverBoard(), nested(60))).toMatchObject({ is: 'fine' });
    expect(judged(serverBoard(), nested(70))).toMatchObject({ code: 'damaged' });
  });

  test('[SYNC-7] values are 64 levels deep at most, and keys 512 characters long', () => {
    const server = serverBoard();
    const client = clientOf(server);
    let value: unknown = 1;
    for (let level = 0; level < 70; level++) value = [value];
    const deep = updateOf(client, () => client.votes.set('a', value as never));
    expect(judged(server, deep)).toMatchObject({ is: 'refused', code: 'invalid' });
    const other = clientOf(server);
    const long = updateOf(other, () => other.votes.set('k'.repeat(513), 1));
    expect(judged(server, long)).toMatchObject({ is: 'refused', code: 'invalid' });
  });
});

describe('hostile updates', () => {
  const server = serverBoard();

  test.each(['__proto__', 'constructor', 'prototype'])('[SYNC-7] the key %s', (key) => {
    const client = clientOf(server);
    const update = updateOf(client, () => client.votes.set(key, 1));
    expect(judged(server, update)).toMatchObject({ is: 'refused', code: 'invalid' });
  });

  test('[SYNC-7] a document inside the document', () => {
    const client = clientOf(server);
    const update = updateOf(client, () => client.actions.set('a', new Y.Doc() as never));
    expect(judged(server, update)).toMatchObject({ is: 'refused', code: 'invalid' });
  });

  const damaged: [string, Uint8Array][] = [
    ['no bytes', new Uint8Array()],
    ['noise', Uint8Array.from({ length: 64 }, (_, i) => (i * 151) % 256)],
    ['a cut update', Y.encodeStateAsUpdate(server.doc).slice(0, 40)],
    // A count that asks for a huge array before a single struct follows.
    ['a bomb of structs', bytes(1, 0xffff_ffff, 7, 0)],
    ['a bomb of clients', bytes(0xffff_ffff)],
    ['a bomb of deletions', bytes(0, 1, 7, 0xffff_ffff)],
    ['a part without length', bytes(1, 1, 7, 0, 0, 0, 0)],
    ['a part that is too long', bytes(1, 1, 7, 0, 0, 0xffff_ffff, 0)],
    ['a hole', bytes(1, 1, 7, 0, 10, 5, 0)],
    ['a client twice', bytes(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)],
    ['a client without content', bytes(1, 0, 7, 0, 0)],
    ['a part that builds on itself', bytes(1, 1, 7, 0, 0x84, 7, 0, 1, 120, 0)],
    [
      'two parts that build on each other',
      bytes(2, 1, 8, 0, 0x84, 7, 0, 1, 120, 1, 7, 0, 0x84, 8, 0, 1, 121, 0),
    ],
    ['format V2', Y.encodeStateAsUpdateV2(server.doc)],
  ];

  test.each(damaged)('[SYNC-7] %s', (_what, update) => {
    const from = performance.now();
    expect(judged(server, update)).toMatchObject({ is: 'refused', code: 'damaged' });
    expect(performance.now() - from).toBeLessThan(200);
  });

  test('[SYNC-7] neighbours that lie in two places', () => {
    const client = clientOf(server);
    client.records.set('shape:2', new Y.Map([['p:text', new Y.Text('other')]]));
    const base = Y.encodeStateAsUpdate(client.doc);
    const live = boardDocument(new Y.Doc());
    Y.applyUpdate(live.doc, base);
    const second = (live.records.get('shape:2') as Y.Map<unknown>).get('p:text') as Y.Text;
    const [left, right] = [textOf(live)._start?.id, second._start?.id];
    if (!left || !right) throw new Error('no text');
    const update = bytes(
      ...[1, 1, 7, 0, 0xc4, left.client, left.clock, right.client, right.clock, 1, 120, 0],
    );
    expect(judged(live, update)).toMatchObject({ is: 'refused', code: 'damaged' });
  });

  test('[SYNC-7] several values under one key', () => {
    // Root 'votes', key 'a', a text of three characters.
    const three = bytes(1, 1, 7, 0, 0x24, 1, ...text('votes'), ...text('a'), ...text('xyz'), 0);
    expect(judged(server, three)).toMatchObject({ is: 'refused', code: 'damaged' });
    const one = bytes(1, 1, 7, 0, 0x24, 1, ...text('votes'), ...text('a'), ...text('x'), 0);
    expect(judged(server, one)).toMatchObject({ is: 'fine' });
    const deleted = bytes(
      1,
      1,
      7,
      0,
      0x24,
      1,
      ...text('votes'),
      ...text('a'),
      ...text('xyz'),
      1,
      7,
      1,
      0,
      3,
    );
    expect(judged(server, deleted)).toMatchObject({ is: 'fine' });
  });

  test('[SYNC-7] more than a frame may hold', () => {
    const verdict = judged(server, new Uint8Array(MAX_FRAME_BYTES + 1));
    expect(verdict).toMatchObject({ is: 'refused', code: 'too-large' });
  });

  test('[SYNC-7] a frame full of tiny parts stays cheap', () => {
    const encoder = encoding.createEncoder();
    for (const part of [1, 400_000, 7, 0]) encoding.writeVarUint(encoder, part);
    for (let i = 0; i < 400_000; i++) encoding.writeUint8Array(encoder, Uint8Array.of(0, 1));
    const from = performance.now();
    const verdict = judged(server, encoding.toUint8Array(encoder));
    expect(verdict).toMatchObject({ is: 'refused', code: 'damaged' });
    expect(performance.now() - from).toBeLessThan(500);
  });
});

/** Numbers as the variable-length integers that Yjs writes. */
function bytes(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of numbers) {
    if (number >= 0x80 && number <= 0xff) encoding.writeUint8(encoder, number);
    else encoding.writeVarUint(encoder, number);
  }
  return encoding.toUint8Array(encoder);
}

const text = (ascii: string): number[] => [ascii.length, ...Buffer.from(ascii)];
