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
  { is: 'hello', me },
  { is: 'sent' }, // our answer to the server's question
  { is: 'synced' },
];
const live: ConnectionEvent[] = [...connected, { is: 'saved', count: 1 }];

describe('saving', () => {
  const cases: [string, ConnectionEvent[], object][] = [
    ['at first', [], { is: 'saving' }],
    ['before the first confirmation', connected, { is: 'saving' }],
    ['once all is confirmed', live, { is: 'saved' }],
    ['after a change', [...live, { is: 'changed' }, { is: 'sent' }], { is: 'saving' }],
    ['after a change not sent yet', [...live, { is: 'changed' }], { is: 'saving' }],
    [
      'while some are confirmed',
      [...live, { is: 'changed' }, { is: 'sent' }, { is: 'sent' }, { is: 'saved', count: 2 }],
      { is: 'saving' },
    ],
    [
      'when all are confirmed again',
      [...live, { is: 'changed' }, { is: 'sent' }, { is: 'saved', count: 2 }],
      { is: 'saved' },
    ],
    ['when the line is cut', [...live, { is: 'lost' }], { is: 'offline', changes: 0 }],
    [
      'with changes made offline',
      [...live, { is: 'lost' }, { is: 'changed' }, { is: 'changed' }],
      { is: 'offline', changes: 2 },
    ],
    [
      'with changes that were on their way',
      [...live, { is: 'changed' }, { is: 'sent' }, { is: 'lost' }],
      { is: 'offline', changes: 1 },
    ],
    [
      'on the way back, before the answer',
      [...live, { is: 'lost' }, { is: 'changed' }, { is: 'opening' }, { is: 'synced' }],
      { is: 'saving' },
    ],
    [
      'while the database fails',
      [...live, { is: 'status', saving: 'degraded' }],
      { is: 'not-saving', reason: 'not-saving', changes: 0 },
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
        { is: 'changed' },
        { is: 'refused', reason: 'read-only' },
        { is: 'refused', reason: 'no-right' },
      ],
      { is: 'not-saving', reason: 'read-only', changes: 1 },
    ],
  ];

  test.each(cases)('[SYNC-22] %s', (_when, events, saving) => {
    expect(show(after(...events)).saving).toEqual(saving);
  });
});

describe('link', () => {
  const cases: [string, ConnectionEvent[], object][] = [
    ['at first', [], { is: 'connecting' }],
    ['connected, not complete', [{ is: 'opening' }, { is: 'hello', me }], { is: 'connecting' }],
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

  test('[SYNC-22] who we are is kept while offline', () => {
    expect(show(after(...live, { is: 'lost' })).me).toEqual(me);
  });
});

test('[SYNC-22] what shows the same is the same object', () => {
  const state = show(after(...live));
  const same = show(after(...live, { is: 'hello', me: { ...me } }), state);
  expect(same).toBe(state);
  expect(show(after(...live, { is: 'changed' }), state)).not.toBe(state);
});

test('[SYNC-22] saved is never shown with something unconfirmed, whatever happens', () => {
  const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
    fc.constantFrom<ConnectionEvent>(
      ...[
        ...connected,
        { is: 'lost' as const },
        { is: 'changed' as const },
        { is: 'sent' as const },
      ],
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
      expect(model).toMatchObject({ unsaved: 0, degraded: false, synced: true });
      expect(model.confirmed).toBe(model.sent);
      expect(events.at(-1)?.is).not.toBe('changed');
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
