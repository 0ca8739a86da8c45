import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { encodeAnswer, encodePresence, encodeUpdate } from '#server/sync/frames.ts';
import type { Dice } from '#tests/server/sync/simulator/dice.ts';
import { plainDoc } from '#tests/server/sync/simulator/plain-doc.ts';
import type { Arena } from './arena.ts';

/** A frame made to hurt, and whether it has to end its connection. */
export interface Bomb {
  readonly frame: Uint8Array;
  /** False where the server may pass over it, or take it as the harmless thing that it is. */
  readonly isRefused: boolean;
}

type Maker = (arena: Arena, dice: Dice) => Bomb;

export const bombs: Readonly<Record<string, Maker>> = {
  'a count of structs that no bytes follow': (_arena, dice) =>
    refused(sync(dice, numbers(1, dice.pick([0xffff, 2 ** 32 - 1, 2 ** 52]), dice.newId(), 0))),
  'a count of clients that no bytes follow': (_arena, dice) =>
    refused(sync(dice, numbers(dice.pick([0xffff, 2 ** 32 - 1, 2 ** 52])))),
  'a count of deletions that no bytes follow': (_arena, dice) =>
    refused(sync(dice, numbers(0, 1, dice.newId(), dice.pick([0xffff, 2 ** 32 - 1, 2 ** 52])))),
  'many clients with one part each': (_arena, dice) =>
    refused(sync(dice, manyClients(dice, dice.pick([300, 2_000, 20_000, 60_000])))),
  'deletions over and over': (arena, dice) =>
    refused(sync(dice, manyDeletions(arena, dice.pick([1_000, 15_000, 60_000])))),
  'a gap in front': (arena, dice) => {
    const board = arena.copy(arena.newId());
    board.votes.set('r|1|offender', 1);
    const before = Y.encodeStateVector(board.doc);
    board.votes.set('r|1|offender', 2);
    return {
      frame: encodeUpdate(Y.encodeStateAsUpdate(board.doc, before)),
      isRefused: dice.chance(0),
    };
  },
  'types in types': (arena, dice) => {
    const board = arena.copy(arena.newId());
    const before = Y.encodeStateVector(board.doc);
    let map = new Y.Map<unknown>();
    board.records.set('shape:deep', map);
    for (let depth = dice.pick([70, 500, 5_000]); depth > 0; depth--) {
      const inner = new Y.Map<unknown>();
      map.set('a', inner);
      map = inner;
    }
    return refused(sync(dice, Y.encodeStateAsUpdate(board.doc, before)));
  },
  'a value in values': (arena, dice) => {
    let value: unknown = 1;
    for (let depth = dice.pick([80, 500, 2_000]); depth > 0; depth--)
      value = dice.chance(0.5) ? [value] : { a: value };
    return refused(
      sync(
        dice,
        edited(arena, ({ records }) => records.get('shape:1')?.set('m:deep', value)),
      ),
    );
  },
  'a key that is no data': (arena, dice) => {
    const key = dice.pick(['__proto__', 'constructor', 'prototype']);
    return refused(
      sync(
        dice,
        edited(arena, ({ records }) => records.get('shape:1')?.set(key, { polluted: 1 })),
      ),
    );
  },
  'a root that no board has': (_arena, dice) => {
    const doc = plainDoc();
    doc.clientID = dice.newId();
    doc.getMap(dice.pick(['private', '__proto__', ''])).set('a', 1);
    return refused(sync(dice, Y.encodeStateAsUpdate(doc)));
  },
  "a part under a victim's id, where its next would go": (arena, dice) => {
    const { doc } = dice.pick(arena.victims).board;
    const clock = Y.getState(doc.store, doc.clientID);
    const kind = dice.below(3);
    if (kind === 0)
      return refused(sync(dice, numbers(1, 1, doc.clientID, clock, 0, 1 + dice.below(1_000), 0)));
    const copy = arena.copy(doc.clientID);
    const before = Y.encodeStateVector(copy.doc);
    copy.votes.set('r|1|offender', dice.below(50));
    // Of an answer what it deletes would be kept, which anybody may. [SYNC-74]
    if (kind === 1) copy.records.delete('shape:1');
    const update = Y.encodeStateAsUpdate(copy.doc, before);
    return refused(kind === 1 ? encodeUpdate(update) : sync(dice, update));
  },
  "a part under the server's own id": (arena, dice) => {
    const copy = arena.copy(1);
    const before = Y.encodeStateVector(copy.doc);
    copy.facts.set('task:1', { state: 'done' });
    return refused(sync(dice, Y.encodeStateAsUpdate(copy.doc, before)));
  },
  "a victim's cursor": (arena, dice) => {
    const { clientID } = dice.pick(arena.victims).board.doc;
    const state = JSON.stringify({ user: { id: 'anna', name: 'Anna' } });
    const clock = dice.pick([1, 2 ** 31, 2 ** 50, Number.MAX_SAFE_INTEGER]);
    return passedOver(encodePresence([{ clientId: clientID, clock, state }]));
  },
  'a flood of cursors': (_arena, dice) => {
    const count = dice.pick([1_000, 20_000, 100_000]);
    const entries = Array.from({ length: count }, (_, at) => ({
      clientId: at + 5_000,
      clock: 1,
      state: '{}',
    }));
    return passedOver(encodePresence(entries));
  },
  'a cursor too large': (_arena, dice) =>
    passedOver(
      encodePresence([{ clientId: dice.newId(), clock: 1, state: `"${'x'.repeat(900_000)}"` }]),
    ),
  'places that take long to find': (arena, dice) =>
    refused(sync(dice, crowdedText(arena, dice.pick([100, 1_000, 4_000]))), false),
};

function refused(frame: Uint8Array, isRefused = true): Bomb {
  return { frame, isRefused };
}

function passedOver(frame: Uint8Array): Bomb {
  return { frame, isRefused: false };
}

function sync(dice: Dice, update: Uint8Array): Uint8Array {
  return dice.chance(0.5) ? encodeUpdate(update) : encodeAnswer(update);
}

function numbers(...values: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of values) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

function edited(arena: Arena, edit: (board: ReturnType<Arena['copy']>) => void): Uint8Array {
  const board = arena.copy(arena.newId());
  const before = Y.encodeStateVector(board.doc);
  edit(board);
  return Y.encodeStateAsUpdate(board.doc, before);
}

/** Each says that it deleted one thing of its own. */
function manyClients(dice: Dice, count: number): Uint8Array {
  const first = dice.newId();
  const encoder = encoding.createEncoder();
  const write = (value: number): void => encoding.writeVarUint(encoder, value);
  write(count);
  for (let at = 0; at < count; at++) for (const value of [1, first + at, 0, 0, 1]) write(value);
  write(0);
  return encoding.toUint8Array(encoder);
}

/** The same living parts, deleted again and again. */
function manyDeletions(arena: Arena, count: number): Uint8Array {
  const { doc } = arena.copy(2);
  const length = Y.getState(doc.store, 1);
  const ranges = Array.from({ length: count }, () => [0, length]).flat();
  return numbers(0, 1, 1, count, ...ranges);
}

/** Parts at the start of one text, each before another end: Yjs passes by all of them for each. */
function crowdedText(arena: Arena, count: number): Uint8Array {
  const board = arena.copy(arena.newId());
  const before = Y.encodeStateVector(board.doc);
  const text = board.records.get('shape:1')?.get('p:text');
  if (!(text instanceof Y.Text)) return numbers(0, 0);
  const ends = new Y.Text();
  board.records.get('shape:1')?.set('p:text', ends);
  ends.insert(0, 'x'.repeat(count));
  const item = ends._item?.id;
  const start = ends._start?.id;
  if (!item || !start) return numbers(0, 0);
  const head = Y.encodeStateAsUpdate(board.doc, before);
  return Y.mergeUpdates([
    head,
    crowd(board.doc.clientID, Y.getState(board.doc.store, board.doc.clientID), start.clock, count),
  ]);
}

function crowd(client: number, clock: number, end: number, count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, count, client, clock]) encoding.writeVarUint(encoder, value);
  for (let at = 0; at < count; at++) {
    // A string that names no left neighbour and one right neighbour, another for each.
    encoding.writeUint8(encoder, 0x44);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, end + at);
    encoding.writeVarString(encoder, 'y');
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
