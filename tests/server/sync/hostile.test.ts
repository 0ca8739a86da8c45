import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CloseCode, MAX_FRAME_BYTES } from '#board/wire.ts';
import { encodeAnswer, encodeAsk, encodeUpdate } from '#server/sync/frames.ts';
import { until } from '#tests/support/sync.ts';
import { world } from './world.ts';

const numbers = (...values: number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const value of values) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
};

const subdocument = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap('records').set('a', new Y.Doc());
  return Y.encodeStateAsUpdate(doc);
};

const foreignRoot = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap('anything').set('a', 1);
  return Y.encodeStateAsUpdate(doc);
};

/** What is sent, and the close code that answers it; undefined where nothing has to. */
const corpus: [string, Uint8Array | string, number | undefined][] = [
  ['no bytes', new Uint8Array(), CloseCode.damaged],
  ['half a number', Uint8Array.of(0x80), CloseCode.damaged],
  ['an unfinished number', new Uint8Array(12).fill(0xff), CloseCode.damaged],
  ['a text', 'hello', 1003],
  ['a sync frame without a step', numbers(0), CloseCode.damaged],
  ['an unknown sync step', numbers(0, 9, 0), CloseCode.damaged],
  ['a payload that is shorter than it says', numbers(0, 2, 500, 1), CloseCode.damaged],
  ['a damaged update', encodeUpdate(numbers(1, 2, 3)), CloseCode.damaged],
  ['a damaged answer', encodeAnswer(numbers(7, 7, 7, 7, 7)), CloseCode.damaged],
  ['a bomb of structs', encodeUpdate(numbers(1, 0xffff_ffff, 7, 0)), CloseCode.damaged],
  ['a bomb of clients', encodeUpdate(numbers(0xffff_ffff)), CloseCode.damaged],
  ['format V2', encodeUpdate(Y.encodeStateAsUpdateV2(new Y.Doc())), CloseCode.damaged],
  ['a document inside', encodeUpdate(subdocument()), 4403],
  ['a root that no board has', encodeUpdate(foreignRoot()), 4403],
  ['a damaged question', encodeAsk(numbers(5, 5)), CloseCode.damaged],
  ['damaged presence', numbers(1, 3, 200, 200, 200), CloseCode.damaged],
  ['presence that is no JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 0x7b), undefined],
  ['an auth message', numbers(2, 0), undefined],
  ['an unknown kind', numbers(55, 1, 2, 3), undefined],
  ['a kind of the server’s own', numbers(101, 1, 0x30), undefined],
];

describe('one socket sends rubbish', () => {
  test.each(corpus)('[SYNC-7] and nobody else notices: %s', async (_what, frame, code) => {
    const { settled, joined, server } = await world();
    const [anna, bert] = [await settled('anna'), await settled('bert')];
    const hostile = await joined('hostile');
    hostile.send(frame);
    if (code !== undefined) expect((await hostile.closed).code).toBe(code);
    anna.board.votes.set('after', 1);
    await until('work goes on', () => bert.board.votes.has('after') && anna.saving === 'saved');
    expect(server.metrics.sockets).toBe(code === undefined ? 3 : 2);
    expect(server.metrics.rebuilds).toBe(0);
  });

  test('[SYNC-7] a frame beyond the limit is answered with a final code', async () => {
    const { joined } = await world();
    const hostile = await joined('hostile');
    hostile.send(new Uint8Array(MAX_FRAME_BYTES + 1));
    expect((await hostile.closed).code).toBe(4413);
  });

  test('[SYNC-17] too many frames at once', async () => {
    const { joined } = await world();
    const hostile = await joined('hostile');
    for (let i = 0; i < 2_000; i++) hostile.send(numbers(3));
    expect((await hostile.closed).code).toBe(4529);
  });

  test('[SYNC-17] too many questions', async () => {
    const { joined } = await world();
    const hostile = await joined('hostile');
    for (let i = 0; i < 30; i++) hostile.send(encodeAsk(Uint8Array.of(0)));
    expect((await hostile.closed).code).toBe(4529);
  });

  test('[SYNC-6] an answer with gaps is not asked for again and again', async () => {
    const { joined } = await world();
    const hostile = await joined('hostile');
    const doc = new Y.Doc();
    doc.getMap('votes').set('a', 1);
    const before = Y.encodeStateVector(doc);
    doc.getMap('votes').set('b', 1);
    hostile.send(encodeAnswer(Y.encodeStateAsUpdate(doc, before)));
    expect((await hostile.closed).code).toBe(CloseCode.damaged);
  });
});
