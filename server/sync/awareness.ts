import type { Hello } from '#board/wire.ts';
import type { BusPresence } from './bus.ts';
import type { Clock } from './clock.ts';
import type { PersonOn } from './documents.ts';
import type { PresenceEntry } from './frames.ts';
import { encodePresence } from './frames.ts';

export type Person = Hello['person'];

/** Whose presence it is: one connection. */
export interface Present {
  readonly person: Person;
}

/** Characters of one presence state; a cursor, a selection and a view need a few hundred. */
export const MAX_STATE = 8 * 1024;
/** Milliseconds between two broadcasts: 20 in a second look like smooth movement. */
const TICK_MS = 50;
/** Clients that left and whose last clock is remembered, so that an echo does not bring them back. */
const MAX_DEPARTED = 256;

interface Standing {
  /** One of our connections, or somebody on another node. */
  readonly owner: Present | Elsewhere;
  clock: number;
  state: string;
}

interface Elsewhere {
  readonly node: string;
  readonly person: { readonly id: string };
}

export interface PresenceDeps {
  readonly clock: Clock;
  /** Sends a frame to everybody in the room. */
  readonly broadcast: (frame: Uint8Array) => void;
  /** Tells other nodes what our own people show. */
  readonly show: (entries: readonly BusPresence[]) => void;
}

/**
 * The cursors of one room: one state per connection, its `user` stamped by the server. [SYNC-12]
 * A stock client sends back every state it hears of, so states of others are passed over, not
 * punished.
 */
export class RoomPresence {
  private readonly standing = new Map<number, Standing>();
  private readonly ids = new Map<Present, number>();
  private readonly departed = new Map<number, { clock: number; personId: string }>();
  private readonly changed = new Map<number, PresenceEntry>();
  private readonly ours = new Map<number, BusPresence>();
  private undoTick: (() => void) | undefined;
  private lastTick = -Infinity;

  constructor(private readonly deps: PresenceDeps) {}

  /** Takes what a client says of itself; returns how many states were passed over. */
  receive(from: Present, states: readonly PresenceEntry[]): number {
    return states.filter((entry) => !this.take(from, entry)).length;
  }

  /** Says that the connection's client left, at the clock last seen: it may come back with a higher. */
  leave(who: Present): void {
    const clientId = this.ids.get(who);
    const standing = clientId === undefined ? undefined : this.standing.get(clientId);
    this.ids.delete(who);
    if (clientId === undefined || standing?.owner !== who) return;
    this.forget(clientId, { clock: standing.clock, personId: who.person.id });
    this.announce({ clientId, clock: standing.clock, state: 'null' }, who);
  }

  /** Takes what people on another node show. */
  hear(node: string, entries: readonly BusPresence[]): void {
    for (const { clientId, clock, state, personId } of entries) {
      const known = this.standing.get(clientId);
      const left = state === 'null';
      if (known ? clock < known.clock + (left ? 0 : 1) : left) continue;
      if (left) this.forget(clientId, { clock, personId });
      else this.standing.set(clientId, { owner: { node, person: { id: personId } }, clock, state });
      this.announce({ clientId, clock, state });
    }
  }

  /** Nobody of that node is here any more. */
  nodeGone(node: string): void {
    for (const [clientId, { owner, clock }] of [...this.standing]) {
      if (!('node' in owner) || owner.node !== node) continue;
      this.forget(clientId, { clock, personId: owner.person.id });
      this.announce({ clientId, clock, state: 'null' });
    }
  }

  /** What our own people show. */
  shown(): BusPresence[] {
    return [...this.standing].flatMap(([clientId, { owner, clock, state }]) =>
      'node' in owner ? [] : { clientId, clock, state, personId: owner.person.id },
    );
  }

  /** Everybody present, each person once, by the name that the server stamped. */
  people(): PersonOn[] {
    const people = [...this.standing.values()].flatMap(({ state }) => userIn(state) ?? []);
    return [...new Map(people.map((person) => [person.id, person])).values()];
  }

  /** Everybody present as one frame, for somebody who comes in; undefined when nobody is. */
  everybody(): Uint8Array | undefined {
    const entries = [...this.standing]
      .map(([clientId, { clock, state }]) => ({ clientId, clock, state }))
      .filter(({ state }) => state !== 'null');
    return entries.length === 0 ? undefined : encodePresence(entries);
  }

  stop(): void {
    this.undoTick?.();
    this.undoTick = undefined;
  }

  private take(from: Present, { clientId, clock, state }: PresenceEntry): boolean {
    if (!this.mayStandAs(from, clientId, clock) || state.length > MAX_STATE) return false;
    const known = this.standing.get(clientId);
    const left = state === 'null';
    if (known && clock < known.clock + (left ? 0 : 1)) return false;
    if (left && !known) return false;
    const stamped = left ? state : stamp(state, from.person);
    if (stamped === undefined) return false;
    this.ids.set(from, clientId);
    this.departed.delete(clientId);
    this.standing.set(clientId, { owner: from, clock, state: stamped });
    this.announce({ clientId, clock, state: stamped }, from);
    return true;
  }

  /**
   * A connection has one client id. An id that was another connection's passes to the same person
   * only, and only with a clock that nobody has seen: after a reconnect, not by an echo.
   */
  private mayStandAs(from: Present, clientId: number, clock: number): boolean {
    const mine = this.ids.get(from);
    if (mine !== undefined) return mine === clientId && this.standing.get(clientId)?.owner === from;
    const known = this.standing.get(clientId);
    if (known) return known.owner.person.id === from.person.id && clock > known.clock;
    const departed = this.departed.get(clientId);
    return !departed || (departed.personId === from.person.id && clock > departed.clock);
  }

  private forget(clientId: number, last: { clock: number; personId: string }): void {
    this.standing.delete(clientId);
    this.departed.set(clientId, last);
    const [oldest] = this.departed.keys();
    if (this.departed.size > MAX_DEPARTED && oldest !== undefined) this.departed.delete(oldest);
  }

  private announce(entry: PresenceEntry, ours?: Present): void {
    this.changed.set(entry.clientId, entry);
    if (ours) this.ours.set(entry.clientId, { ...entry, personId: ours.person.id });
    if (this.undoTick) return;
    const { clock } = this.deps;
    const wait = Math.max(0, this.lastTick + TICK_MS - clock.now());
    this.undoTick = clock.after(wait, () => this.tick());
  }

  private tick(): void {
    this.undoTick = undefined;
    this.lastTick = this.deps.clock.now();
    const frame = encodePresence([...this.changed.values()]);
    const ours = [...this.ours.values()];
    this.changed.clear();
    this.ours.clear();
    this.deps.broadcast(frame);
    if (ours.length > 0) this.deps.show(ours);
  }
}

/** The state with the name that the server knows; undefined for what is no state. */
function stamp(state: string, person: Person): string | undefined {
  try {
    const fields: unknown = JSON.parse(state);
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
    return JSON.stringify({ ...fields, user: person });
  } catch {
    return undefined;
  }
}

/** Whose state it is, by the server's stamp; undefined for one that says nobody is there. */
function userIn(state: string): PersonOn | undefined {
  try {
    const { user } = JSON.parse(state) as { user: PersonOn };
    return typeof user.id === 'string' && typeof user.name === 'string' ? user : undefined;
  } catch {
    return undefined;
  }
}
