import type { Awareness } from 'y-protocols/awareness';
import * as z from 'zod/mini';
import { canvases } from '#board/canvases.ts';

/** What fades away after it was shown to everybody. */
export const reactions = ['agree', 'applause', 'party', 'love', 'think', 'smile'] as const;
export type Reaction = (typeof reactions)[number];

export const reactionSigns: Record<Reaction, string> = {
  agree: '👍',
  applause: '👏',
  party: '🎉',
  love: '❤️',
  think: '🤔',
  smile: '😄',
};

const coordinate = z.number().check(z.minimum(-1e6), z.maximum(1e6));

/** A spot on the board: the middle and the zoom of whoever calls. */
const spot = z.object({
  canvas: z.enum(canvases),
  x: coordinate,
  y: coordinate,
  zoom: z.number().check(z.minimum(0.05), z.maximum(8)),
});
export type Spot = z.infer<typeof spot>;

/** Numbered, so that the same one twice is two. */
const numbered = z.number().check(z.int(), z.minimum(1), z.maximum(1e9));

const state = z.object({
  /** Stamped by the server. */
  user: z.object({ id: z.string(), name: z.string() }),
  hand: z.catch(z.optional(z.boolean()), undefined),
  reaction: z.catch(z.optional(z.object({ is: z.enum(reactions), number: numbered })), undefined),
  call: z.catch(z.optional(z.object({ to: spot, number: numbered })), undefined),
});

/** Somebody who is here. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
  readonly handUp: boolean;
}

/** What somebody else did just now. */
export type Signal = { readonly id: string; readonly name: string } & (
  | { readonly is: 'reaction'; readonly reaction: Reaction }
  | { readonly is: 'call'; readonly to: Spot }
);

/** Raised hands, reactions and calls, which live in presence and are never kept. [PRES-4] */
export class Signals {
  readonly #awareness: Awareness;
  readonly #heard = new Map<string, number>();
  readonly #signalListeners = new Set<(signal: Signal) => void>();
  #number = 0;

  constructor(awareness: Awareness) {
    this.#awareness = awareness;
  }

  /** Follows what others signal from now on; the answer stops it. */
  start(): () => void {
    // What was signalled before somebody came is over.
    for (const clientId of this.#awareness.getStates().keys()) this.#look(clientId, false);
    const changed = ({ added, updated }: Record<'added' | 'updated', number[]>): void => {
      for (const clientId of added) this.#look(clientId, false);
      for (const clientId of updated) this.#look(clientId, true);
    };
    this.#awareness.on('change', changed);
    return () => this.#awareness.off('change', changed);
  }

  onSignal(listener: (signal: Signal) => void): () => void {
    this.#signalListeners.add(listener);
    return () => this.#signalListeners.delete(listener);
  }

  raiseHand(up: boolean): void {
    this.#awareness.setLocalStateField('hand', up);
  }

  react(reaction: Reaction): void {
    this.#awareness.setLocalStateField('reaction', { is: reaction, number: this.#next() });
  }

  /** Brings everybody who is not busy elsewhere to a spot. */
  call(to: Spot): void {
    this.#awareness.setLocalStateField('call', { to, number: this.#next() });
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #look(clientId: number, isNews: boolean): void {
    if (clientId === this.#awareness.clientID) return;
    const read = state.safeParse(this.#awareness.getStates().get(clientId)).data;
    if (!read) return;
    const { user, reaction, call } = read;
    if (reaction && this.#isNew(`reaction ${clientId}`, reaction.number) && isNews) {
      this.#tell({ ...user, is: 'reaction', reaction: reaction.is });
    }
    if (call && this.#isNew(`call ${clientId}`, call.number) && isNews) {
      this.#tell({ ...user, is: 'call', to: call.to });
    }
  }

  #isNew(what: string, number: number): boolean {
    if (this.#heard.get(what) === number) return false;
    this.#heard.set(what, number);
    return true;
  }

  #tell(signal: Signal): void {
    for (const listener of this.#signalListeners) listener(signal);
  }
}

/** Everybody else in the states, each once however many windows they have. */
export function readPeople(awareness: Awareness): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const [clientId, raw] of awareness.getStates()) {
    const read = clientId === awareness.clientID ? undefined : state.safeParse(raw).data;
    if (!read) continue;
    const { id, name } = read.user;
    const handUp = read.hand === true || people.get(id)?.handUp === true;
    people.set(id, { id, name, handUp });
  }
  return [...people.values()];
}
