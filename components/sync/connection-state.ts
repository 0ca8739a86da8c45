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
  /** How the present connection, or the last one, reaches the server. */
  readonly transport: Transport;
  /** Changes of this person that the server does not take, kept for them on this device. */
  readonly setAside: { readonly changes: number; readonly reason: ErrorCode } | undefined;
}

export type Transport = 'websocket' | 'http';

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
  /** Changes that are not on the server's disk; they are sent once the server is back. */
  | { readonly is: 'offline'; readonly changes: number; readonly kept: boolean }
  /** Connected or refused, but nothing is being saved. */
  | {
      readonly is: 'not-saving';
      readonly reason: ErrorCode;
      readonly changes: number;
      readonly kept: boolean;
    };
// `kept`: the device keeps these changes, and further ones, also when the tab is closed.

export interface Me {
  readonly person: Hello['person'];
  readonly access: Hello['access'];
}

export type ConnectionEvent =
  | { readonly is: 'started' }
  | { readonly is: 'stopped' }
  /** A socket was made, connected or not. */
  | { readonly is: 'opening' }
  | { readonly is: 'hello'; readonly me: Me; readonly transport: Transport }
  | { readonly is: 'synced' }
  /** A document message was handed to the socket. */
  | { readonly is: 'sent' }
  /** The server has the first `count` document messages of this socket on disk. */
  | { readonly is: 'saved'; readonly count: number }
  | { readonly is: 'status'; readonly saving: 'ok' | 'degraded' }
  /** What is not on the server's disk; `none` also counts what is still on its way to the device. */
  | {
      readonly is: 'unsaved';
      readonly none: boolean;
      readonly changes: number;
      readonly kept: boolean;
    }
  | { readonly is: 'set-aside'; readonly what: ConnectionState['setAside'] }
  /** The socket is gone and another will be tried. */
  | { readonly is: 'lost' }
  | { readonly is: 'refused'; readonly reason: ErrorCode };

/** All that the state follows from. */
export interface ConnectionModel {
  readonly link: Link;
  readonly me: Me | undefined;
  readonly transport: Transport;
  readonly setAside: ConnectionState['setAside'];
  readonly synced: boolean;
  readonly degraded: boolean;
  /** Document messages of the present socket: handed over, and confirmed. */
  readonly sent: number;
  readonly confirmed: number;
  readonly unsaved: { readonly none: boolean; readonly changes: number; readonly kept: boolean };
}

export const initialModel: ConnectionModel = {
  link: { is: 'connecting' },
  me: undefined,
  transport: 'websocket',
  setAside: undefined,
  synced: false,
  degraded: false,
  sent: 0,
  confirmed: 0,
  unsaved: { none: true, changes: 0, kept: false },
};

/** The next model; the same object when the event changes nothing. [SYNC-22] */
export function reduce(model: ConnectionModel, event: ConnectionEvent): ConnectionModel {
  switch (event.is) {
    case 'started':
      return { ...model, link: { is: 'connecting' } };
    case 'opening':
      return { ...model, synced: false, degraded: false, sent: 0, confirmed: 0 };
    case 'hello':
      return { ...model, me: event.me, transport: event.transport };
    case 'synced':
      return { ...model, synced: true, link: { is: 'live' } };
    case 'sent':
      return { ...model, sent: model.sent + 1 };
    case 'saved':
      return { ...model, confirmed: event.count };
    case 'status':
      return { ...model, degraded: event.saving === 'degraded' };
    case 'unsaved':
      return { ...model, unsaved: event };
    case 'set-aside':
      return { ...model, setAside: event.what };
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
  const { link, me, transport, setAside } = model;
  const state = { link, saving: savingOf(model), me, transport, setAside };
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

/** Once synced, our answer to the server's question is among the messages sent. */
function allConfirmed({ synced, degraded, sent, confirmed, unsaved }: ConnectionModel): boolean {
  return synced && !degraded && sent > 0 && confirmed === sent && unsaved.none;
}

function savingOf(model: ConnectionModel): Saving {
  const { link, degraded, me, unsaved } = model;
  const { none, changes, kept } = unsaved;
  switch (link.is) {
    case 'refused':
      return { is: 'not-saving', reason: link.reason, changes, kept };
    case 'offline':
      return { is: 'offline', changes, kept };
    case 'connecting':
      return { is: 'saving' };
    case 'live':
      if (degraded) return { is: 'not-saving', reason: 'not-saving', changes, kept };
      // Made before the right to write was taken away, or while it was.
      if (me?.access === 'view' && !none)
        return { is: 'not-saving', reason: 'read-only', changes, kept };
      return allConfirmed(model) ? { is: 'saved' } : { is: 'saving' };
    default:
      return assertNever(link);
  }
}
