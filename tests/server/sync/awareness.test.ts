import { describe, expect, test } from 'vitest';
import { MAX_STATE, RoomPresence } from '#server/sync/awareness.ts';
import type { Present } from '#server/sync/awareness.ts';
import { decodeFrame } from '#server/sync/frames.ts';
import type { PresenceEntry } from '#server/sync/frames.ts';
import { ManualClock } from '#tests/support/manual-clock.ts';

const someone = (id: string): Present => ({
  person: { id, name: id.toUpperCase(), color: '#000000' },
});

/** What a client says of one client id. */
const said = (clientId: number, clock: number, state: unknown): PresenceEntry[] => [
  { clientId, clock, state: JSON.stringify(state) },
];

function entriesOf(frame: Uint8Array): readonly PresenceEntry[] {
  const decoded = decodeFrame(frame);
  if (decoded.is !== 'presence') throw new Error(decoded.is);
  return decoded.states;
}

function setUp() {
  const clock = new ManualClock();
  const frames: Uint8Array[] = [];
  const presence = new RoomPresence({
    clock,
    broadcast: (frame) => frames.push(frame),
    show: () => {},
  });
  const heard = (): PresenceEntry[] => frames.splice(0).flatMap(entriesOf);
  return { clock, frames, presence, heard };
}

describe('identity', () => {
  test('[SYNC-12] the server stamps the user and keeps the other fields', () => {
    const { clock, presence, heard } = setUp();
    presence.receive(someone('anna'), said(1, 1, { cursor: [3, 4], user: { id: 'boss' } }));
    clock.pass(50);
    const [entry] = heard();
    expect(JSON.parse(entry?.state ?? '')).toEqual({
      cursor: [3, 4],
      user: { id: 'anna', name: 'ANNA', color: '#000000' },
    });
  });

  test('[SYNC-12] a connection speaks for one client id only', () => {
    const { clock, presence, heard } = setUp();
    const anna = someone('anna');
    presence.receive(anna, said(1, 1, {}));
    expect(presence.receive(anna, said(2, 1, {}))).toBe(1);
    clock.pass(50);
    expect(heard().map(({ clientId }) => clientId)).toEqual([1]);
  });

  test('[SYNC-12] nobody speaks for another’s client id, whatever the clock', () => {
    const { clock, presence, heard } = setUp();
    presence.receive(someone('anna'), said(1, 1, {}));
    clock.pass(50);
    heard();
    expect(presence.receive(someone('bert'), said(1, 2 ** 50, {}))).toBe(1);
    expect(presence.receive(someone('bert'), said(1, 1, null))).toBe(1);
    clock.pass(50);
    expect(heard()).toEqual([]);
  });

  test.each([
    ['a list', []],
    ['a number', 5],
    ['a text', 'hello'],
    ['too much', { blob: 'x'.repeat(MAX_STATE) }],
  ])('[SYNC-12] a state that is %s is passed over', (_what, state) => {
    const { presence } = setUp();
    expect(presence.receive(someone('anna'), said(1, 1, state))).toBe(1);
    expect(presence.everybody()).toBeUndefined();
  });

  test('[SYNC-12] a state that is no JSON is passed over', () => {
    const { presence } = setUp();
    const noJson = [{ clientId: 1, clock: 1, state: '{' }];
    expect(presence.receive(someone('anna'), noJson)).toBe(1);
  });
});

describe('coming and going', () => {
  test('[SYNC-13] changes go out 20 times a second, the newest of each', () => {
    const { clock, frames, presence, heard } = setUp();
    const anna = someone('anna');
    for (let i = 1; i <= 100; i++) {
      presence.receive(anna, said(1, i, { i }));
      clock.pass(10);
    }
    clock.pass(50);
    expect(frames.length).toBeGreaterThanOrEqual(19);
    expect(frames.length).toBeLessThanOrEqual(22);
    expect(JSON.parse(heard().at(-1)?.state ?? '')).toMatchObject({ i: 100 });
  });

  test('[SYNC-13] who leaves is taken off at the clock last seen', () => {
    const { clock, presence, heard } = setUp();
    const anna = someone('anna');
    presence.receive(anna, said(1, 7, {}));
    clock.pass(50);
    heard();
    presence.leave(anna);
    clock.pass(50);
    expect(heard()).toEqual([{ clientId: 1, clock: 7, state: 'null' }]);
    expect(presence.everybody()).toBeUndefined();
  });

  test('[SYNC-13] an echo does not bring back who left; a new clock does', () => {
    const { presence } = setUp();
    const anna = someone('anna');
    presence.receive(anna, said(1, 7, {}));
    presence.leave(anna);
    expect(presence.receive(someone('bert'), said(1, 7, {}))).toBe(1);
    expect(presence.receive(someone('bert'), said(1, 8, {}))).toBe(1);
    expect(presence.receive(someone('anna'), said(1, 7, {}))).toBe(1);
    expect(presence.receive(someone('anna'), said(1, 8, {}))).toBe(0);
  });

  test('[SYNC-13] a new connection of the same person takes over from a dead one', () => {
    const { clock, presence, heard } = setUp();
    const [dead, back] = [someone('anna'), someone('anna')];
    presence.receive(dead, said(1, 7, {}));
    expect(presence.receive(back, said(1, 8, { back: true }))).toBe(0);
    presence.leave(dead);
    clock.pass(50);
    expect(heard().at(-1)).toMatchObject({ clientId: 1, clock: 8 });
    expect(presence.everybody()).toBeDefined();
  });

  test('[SYNC-13] who hides is shown to nobody who comes in, and may show again', () => {
    const { presence } = setUp();
    const anna = someone('anna');
    presence.receive(anna, said(1, 1, {}));
    presence.receive(anna, said(1, 2, null));
    expect(presence.everybody()).toBeUndefined();
    presence.receive(anna, said(1, 3, {}));
    expect(presence.everybody()).toBeDefined();
  });

  test('[SYNC-13] who comes in sees everybody', () => {
    const { presence } = setUp();
    presence.receive(someone('anna'), said(1, 1, {}));
    presence.receive(someone('bert'), said(2, 1, {}));
    const everybody = presence.everybody();
    expect(everybody && entriesOf(everybody).map(({ clientId }) => clientId)).toEqual([1, 2]);
  });
});

test.each(['by itself', 'with its node'])(
  '[SYNC-12] an echo does not bring back who left another node %s',
  (how) => {
    const { presence } = setUp();
    const entry = { clientId: 1, clock: 4, state: '{}', personId: 'anna' };
    presence.hear('elsewhere', [entry]);
    if (how === 'by itself') presence.hear('elsewhere', [{ ...entry, state: 'null' }]);
    else presence.nodeGone('elsewhere');
    expect(presence.receive(someone('bert'), said(1, 9, {}))).toBe(1);
    expect(presence.receive(someone('anna'), said(1, 4, {}))).toBe(1);
    expect(presence.receive(someone('anna'), said(1, 5, {}))).toBe(0);
  },
);
