import * as Y from 'yjs';
import * as z from 'zod/mini';
import { day } from './calendar.ts';
import type { BoardDocument } from './document.ts';
import { effect } from './facts.ts';
import type { Effect } from './facts.ts';
import { mergeText } from './merge-text.ts';

/** An action as the document holds it, before and after it became a task. [ACT-1] */
export interface Action {
  readonly id: string;
  readonly title: string;
  /** A person of the team, or nobody yet. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** Helps the owner, and is not responsible. [ACT-43] */
  readonly buddy?: { readonly id: string; readonly name: string } | null;
  readonly due: string | null;
  readonly effect: Effect;
  readonly rung: 'intention' | 'proposal' | 'dropped';
  /** Left for later: it comes back on that day. [MEET-5] */
  readonly parked?: string | null;
  readonly by: string;
  readonly at: string;
}

const person = z.catch(
  z.nullable(
    z.object({ id: z.string().check(z.maxLength(64)), name: z.string().check(z.maxLength(200)) }),
  ),
  null,
);

const stored = z.object({
  owner: person,
  buddy: person,
  due: z.catch(z.nullable(day), null),
  effect: z.catch(effect, {}),
  rung: z.catch(z.enum(['intention', 'proposal', 'dropped']), 'proposal'),
  parked: z.catch(z.nullable(day), null),
  by: z.catch(z.string(), ''),
  at: z.catch(z.string(), ''),
});

/** What a person may fill in before the action is confirmed. */
export interface ActionFields {
  title?: string;
  owner?: { id: string; name: string } | null;
  buddy?: { id: string; name: string } | null;
  due?: string | null;
  effect?: Effect;
  parked?: string | null;
}

export function readAction(board: BoardDocument, actionId: string): Action | undefined {
  const map = board.actions.get(actionId);
  if (!(map instanceof Y.Map)) return undefined;
  const title = map.get('title');
  return {
    id: actionId,
    title: title instanceof Y.Text ? title.toString() : '',
    ...stored.parse(Object.fromEntries(map.entries())),
  };
}

/** Every action of the board, by id. */
export function readActions(board: BoardDocument): Action[] {
  return [...board.actions.keys()].sort().flatMap((id) => readAction(board, id) ?? []);
}

/** Adds an action that is not there yet; call inside a transaction. */
export function addAction(board: BoardDocument, action: Action): void {
  const map = new Y.Map<unknown>();
  map.set('title', new Y.Text(action.title));
  map.set('owner', action.owner);
  if (action.buddy) map.set('buddy', action.buddy);
  map.set('due', action.due);
  map.set('effect', action.effect);
  map.set('rung', action.rung);
  if (action.parked) map.set('parked', action.parked);
  map.set('by', action.by);
  map.set('at', action.at);
  board.actions.set(action.id, map);
}

/**
 * Changes the fields given and leaves the others to whoever changes them. `base` is the title the
 * person started from, so that two people typing in it both keep their words.
 */
export function changeAction(
  board: BoardDocument,
  actionId: string,
  fields: ActionFields,
  base?: string,
): void {
  const map: unknown = board.actions.get(actionId);
  if (!(map instanceof Y.Map)) return;
  const { title, ...values } = fields;
  const text = map.get('title');
  if (title !== undefined && text instanceof Y.Text)
    mergeText(text, base ?? text.toString(), title);
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined) map.set(key, value);
  }
}
