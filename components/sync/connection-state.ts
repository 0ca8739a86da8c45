import { assertNever } from '#board/assert.ts';
import type { ErrorCode } from '#board/errors.ts';
import { CloseCode } from '#board/wire.ts';
import type { Hello } from '#board/wire.ts';

/** What a person is shown of the connection to one board. */
export interface ConnectionState {
  readonly link: Link;
  readonly saving: Saving;
  /** Who the server takes us for and what we may do; kept while offline, undefined before the first hello. */
  readonly me: Me | undefined;
}

export type Link =
  /** The first attempt since the start, or since resuming. */
  | { readonly is: 'connecting' }
  /** Connected, and the document is complete. */
  | { readonly is: 'live' }
  /** Not reachable; tried again all the time. */
  | { readonly is: 'offline' }
  /** Turned away for good: nothing is tried again before `resume`. */
  | { readonly is: 'refused'; readonly reason: ErrorCode };

export type Saving =
  /** Everything made here is on the server's disk. */
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  /** Changes made here since the last confirmed save; they are sent once the server is back. */
  | { readonly is: 'offline'; readonly changes: number }
  /** Connected or refused, but nothing is being saved. */
  | { readonly is: 'not-saving'; readonly reason: ErrorCode; readonly changes: number };

export interface Me {
  readonly person: Hello['person'];
  readonly access: Hello['access'];
}

export type ConnectionEvent =
  | { readonly is: 'started' }
  | { readonly is: 'stopped' }
  /** A socket was made, connected or not. */
  | { readonly is: 'opening' }
  | { readonly is: 'hello'; readonly me: Me }
  | { readonly is: 'synced' }
  /** A document message was handed to the socket. */
  | { readonly is: 'sent' }
  /** The server has the first `count` document messages of this socket on disk. */
  | { readonly is: 'saved'; readonly count: number }
  | { readonly is: 'status'; readonly saving: 'ok' | 'degraded' }
  /** Somebody changed the document on this device. */
  | { readonly is: 'changed' }
  /** The socket is gone and another will be tried. */
  | { readonly is: 'lost' }
  | { readonly is: 'refused'; readonly reason: ErrorCode };

/** All that the state follows from. */
export interface ConnectionModel {
  readonly link: Link;
  readonly me: Me | undefined;
  readonly synced: boolean;
  readonly degraded: boolean;
  /** Document messages of the present socket: handed over, and confirmed. */
  readonly sent: number;
  readonly confirmed: number;
  /** Changes made here since everything was last confirmed. */
  readonly unsaved: number;
}

export const initialModel: ConnectionModel = {
  link: { is: 'connecting' },
  me: undefined,
  synced: false,
  degraded: false,
  sent: 0,
  confirmed: 0,
  unsaved: 0,
};

/** The next model; the same object when the event changes nothing. [SYNC-22] */
export function reduce(model: ConnectionModel, event: ConnectionEvent): ConnectionModel {
  switch (event.is) {
    case 'started':
      return { ...model, link: { is: 'connecting' } };
    case 'opening':
      return { ...model, synced: false, degraded: false, sent: 0, confirmed: 0 };
    case 'hello':
      return { ...model, me: event.me };
    case 'synced':
      return settle({ ...model, synced: true, link: { is: 'live' } });
    case 'sent':
      return { ...model, sent: model.sent + 1 };
    case 'saved':
      return settle({ ...model, confirmed: event.count });
    case 'status':
      return settle({ ...model, degraded: event.saving === 'degraded' });
    case 'changed':
      return { ...model, unsaved: model.unsaved + 1 };
    case 'lost':
    case 'stopped':
      return model.link.is === 'refused' ? model : cutOff(model, { is: 'offline' });
    case 'refused':
      // The first reason is the one that says most; the close code after it is coarser.
      return model.link.is === 'refused'
        ? model
        : cutOff(model, { is: 'refused', reason: event.reason });
    default:
      return assertNever(event);
  }
}

/** What to show; `previous` is returned when it shows the same, so that it may be compared by identity. */
export function show(model: ConnectionModel, previous?: ConnectionState): ConnectionState {
  const state = { link: model.link, saving: savingOf(model), me: model.me };
  return previous && JSON.stringify(previous) === JSON.stringify(state) ? previous : state;
}

/** The reason behind a close code after which nothing is tried again; undefined for the others. */
export function reasonOf(closeCode: number): ErrorCode | undefined {
  const final = closeCode >= 4400 && closeCode < 4500;
  return finalReasons.get(closeCode) ?? (final ? 'no-right' : undefined);
}

const finalReasons = new Map<number, ErrorCode>([
  [CloseCode.signIn, 'sign-in'],
  [CloseCode.noRight, 'no-right'],
  [CloseCode.noSuchBoard, 'not-found'],
  [CloseCode.epochChanged, 'epoch-changed'],
  [CloseCode.tooLarge, 'too-large'],
  [CloseCode.damaged, 'damaged'],
]);

function cutOff(model: ConnectionModel, link: Link): ConnectionModel {
  return { ...model, link, synced: false, degraded: false, sent: 0, confirmed: 0 };
}

/** Forgets the changes made here once the server confirmed all that was handed over. */
function settle(model: ConnectionModel): ConnectionModel {
  return allConfirmed(model) ? { ...model, unsaved: 0 } : model;
}

// Once synced, our answer to the server's question is among the messages sent, and it holds
// everything that was made here before.
function allConfirmed({ synced, degraded, sent, confirmed }: ConnectionModel): boolean {
  return synced && !degraded && sent > 0 && confirmed === sent;
}

function savingOf(model: ConnectionModel): Saving {
  const { link, degraded, unsaved: changes } = model;
  switch (link.is) {
    case 'refused':
      return { is: 'not-saving', reason: link.reason, changes };
    case 'offline':
      return { is: 'offline', changes };
    case 'connecting':
      return { is: 'saving' };
    case 'live':
      if (degraded) return { is: 'not-saving', reason: 'not-saving', changes };
      return allConfirmed(model) && changes === 0 ? { is: 'saved' } : { is: 'saving' };
    default:
      return assertNever(link);
  }
}
