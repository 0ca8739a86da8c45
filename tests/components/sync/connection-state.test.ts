import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CloseCode } from '#board/wire.ts';
import { initialModel, reasonOf, reduce, show } from '#components/sync/connection-state.ts';
import type { ConnectionEvent, ConnectionModel } from '#components/sync/connection-state.ts';

const me = { person: { id: 'p', name: 'P', color: '#000' }, access: 'write' } as const;

function after(...events: ConnectionEvent[]): ConnectionModel {
  return events.reduce(reduce, initialModel);
}

const connected: ConnectionEvent[] = [
  { is: 'started' },
  { is: 'opening' },
  { is: 'hello', me, transport: 'websocket' },
  { is: 'sent' }, // our answer to the server's question
  { is: 'synced' },
];
/** That many changes are not on the server. */
const unsaved = (changes: number, kept = true): ConnectionEvent => {
  return { is: 'unsaved', none: changes === 0, changes, kept };
};
const live: ConnectionEvent[] = [...connected, { is: 'saved', count: 1 }];

describe('saving', () => {
  const cases: [string, ConnectionEvent[], object][] = [
    ['at first', [], { is: 'saving' }],
    ['before the first confirmation', connected, { is: 'saving' }],
    ['once all is confirmed', live, { is: 'saved' }],
    ['after a change', [...live, unsaved(1), { is: 'sent' }], { is: 'saving' }],
    ['after a change not sent yet', [...live, unsaved(1)], { is: 'saving' }],
    [
      'after a change that is only about to be written to the device',
      [...live, { is: 'unsaved', none: false, changes: 0, kept: true }],
      { is: 'saving' },
    ],
    [
      'while some are confirmed',
      [...live, unsaved(2), { is: 'sent' }, { is: 'sent' }, { is: 'saved', count: 2 }, unsaved(1)],
      { is: 'saving' },
    ],
    [
      'when all are confirmed again',
      [...live, unsaved(1), { is: 'sent' }, unsaved(0), { is: 'saved', count: 2 }],
      { is: 'saved' },
    ],
    ['when the line is cut', [...live, { is: 'lost' }], { is: 'offline', changes: 0, kept: false }],
    [
      'with changes made offline',
      [...live, { is: 'lost' }, unsaved(2)],
      { is: 'offline', changes: 2, kept: true },
    ],
    [
      'with changes that the device does not keep',
      [...live, { is: 'lost' }, unsaved(2, false)],
      { is: 'offline', changes: 2, kept: false },
    ],
    [
      'with changes that were on their way',
      [...live, unsaved(1), { is: 'sent' }, { is: 'lost' }],
      { is: 'offline', changes: 1, kept: true },
    ],
    [
      'on the way back, before the answer',
      [...live, { is: 'lost' }, unsaved(1), { is: 'opening' }, { is: 'synced' }],
      { is: 'saving' },
    ],
    [
      'while the database fails',
      [...live, unsaved(3), { is: 'status', saving: 'degraded' }],
      { is: 'not-saving', reason: 'not-saving', changes: 3, kept: true },
    ],
    [
      'when the database is back',
      [...live, { is: 'status', saving: 'degraded' }, { is: 'status', saving: 'ok' }],
      { is: 'saved' },
    ],
    [
      'after a refusal, with its first reason',
      [
        ...live,
        unsaved(1),
        { is: 'refused', reason: 'read-only' },
        { is: 'refused', reason: 'no-right' },
      ],
      { is: 'not-saving', reason: 'read-only', changes: 1, kept: true },
    ],
    [
      'with changes of before the right to write went',
      [...live, unsaved(2), { is: 'hello', me: { ...me, access: 'view' }, transport: 'websocket' }],
      { is: 'not-saving', reason: 'read-only', changes: 2, kept: true },
    ],
  ];

  test.each(cases)('[SYNC-22] %s', (_when, events, saving) => {
    expect(show(after(...events)).saving).toEqual(saving);
  });
});

describe('link', () => {
  const cases: [string, ConnectionEvent[], object][] = [
    ['at first', [], { is: 'connecting' }],
    [
      'connected, not complete',
      [{ is: 'opening' }, { is: 'hello', me, transport: 'websocket' }],
      { is: 'connecting' },
    ],
    ['complete', connected, { is: 'live' }],
    ['cut', [...live, { is: 'lost' }], { is: 'offline' }],
    ['trying again', [...live, { is: 'lost' }, { is: 'opening' }], { is: 'offline' }],
    ['back', [...live, { is: 'lost' }, ...connected], { is: 'live' }],
    [
      'refused',
      [...live, { is: 'refused', reason: 'sign-in' }],
      { is: 'refused', reason: 'sign-in' },
    ],
    [
      'refused and then cut',
      [...live, { is: 'refused', reason: 'sign-in' }, { is: 'lost' }],
      { is: 'refused', reason: 'sign-in' },
    ],
    [
      'resumed',
      [...live, { is: 'refused', reason: 'sign-in' }, { is: 'started' }],
      { is: 'connecting' },
    ],
    ['stopped', [...live, { is: 'stopped' }], { is: 'offline' }],
  ];

  test.each(cases)('[SYNC-22] %s', (_when, events, link) => {
    expect(show(after(...events)).link).toEqual(link);
  });

  test('[SYNC-22] says how the server is reached', () => {
    const overHttp: ConnectionEvent = { is: 'hello', me, transport: 'http' };
    expect(show(after(...live)).transport).toBe('websocket');
    expect(show(after(...live, overHttp)).transport).toBe('http');
  });

  test('[SYNC-22] who we are is kept while offline', () => {
    expect(show(after(...live, { is: 'lost' })).me).toEqual(me);
  });
});

test('[SYNC-22] what shows the same is the same object', () => {
  const state = show(after(...live));
  const same = show(after(...live, { is: 'hello', me: { ...me }, transport: 'websocket' }), state);
  expect(same).toBe(state);
  expect(show(after(...live, unsaved(1)), state)).not.toBe(state);
});

test('[SYNC-22] saved is never shown with something unconfirmed, whatever happens', () => {
  const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
    fc.constantFrom<ConnectionEvent>(
      ...[...connected, { is: 'lost' as const }, unsaved(1), unsaved(0), { is: 'sent' as const }],
      { is: 'status', saving: 'degraded' },
      { is: 'status', saving: 'ok' },
      { is: 'refused', reason: 'no-right' },
    ),
    fc.nat(6).map((count) => ({ is: 'saved' as const, count })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const model = after(...events);
      if (show(model).saving.is !== 'saved') return;
      expect(model).toMatchObject({ unsaved: { none: true }, degraded: false, synced: true });
      expect(model.confirmed).toBe(model.sent);
    }),
  );
});

test('[WIRE-2] the reason behind each close code', () => {
  const { signIn, noRight, noSuchBoard, epochChanged, tooLarge, damaged } = CloseCode;
  const final = [signIn, noRight, noSuchBoard, epochChanged, tooLarge, damaged, 4499].map(reasonOf);
  expect(final).toEqual([
    'sign-in',
    'no-right',
    'not-found',
    'epoch-changed',
    'too-large',
    'damaged',
    'no-right',
  ]);
  const passing = [CloseCode.restarting, CloseCode.tooSlow, CloseCode.tooFast, 1000, 1006, 1011];
  for (const code of passing) expect(reasonOf(code)).toBeUndefined();
});
