import * as z from 'zod/mini';
import type { Action } from './actions.ts';
import { dayIn } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { FieldError } from './errors.ts';
import type { TaskState } from './facts.ts';

/**
 * The commitment ladder: what each step of an action needs. Pure; server, cards, forms and API ask
 * the same functions.
 */
const moves: Record<TaskState, readonly TaskState[]> = {
  agreed: ['doing', 'done', 'dropped'],
  doing: ['agreed', 'done', 'dropped'],
  done: ['doing', 'effect_checked', 'dropped'],
  effect_checked: ['standard', 'doing'],
  standard: ['doing'],
  dropped: ['agreed'],
};

/** States that a person may choose next; an effect check goes through its own gate. [ACT-4] */
export function nextStates(from: TaskState): readonly TaskState[] {
  return moves[from].filter((state) => state !== 'effect_checked' && state !== 'standard');
}

export function mayMove(from: TaskState, to: TaskState): boolean {
  return from === to || nextStates(from).includes(to);
}

/** A checked effect follows work that is done. [ACT-5] */
export function mayCheckEffect(from: TaskState): boolean {
  return moves[from].includes('effect_checked');
}

/** Once its effect was checked nothing new is expected of a task, until it is worked on again. [ACT-21] */
export function isEffectChecked(state: TaskState): boolean {
  return state === 'effect_checked' || state === 'standard';
}

/**
 * True where what was closed stands open again: a checked effect is worked on anew, what was dropped
 * is agreed anew. Days and expectation may be said anew with that step. [ACT-30]
 */
export function reopens(from: TaskState, to: TaskState): boolean {
  return (isEffectChecked(from) && to === 'doing') || (from === 'dropped' && to === 'agreed');
}

/** Nobody lets go of a promise without saying why. [ACT-20] */
export function needsReason(from: TaskState, to: TaskState): boolean {
  return to === 'dropped' && from !== 'dropped';
}

/**
 * True where a round of work begins: what is expected then is kept as it is. A task that comes back
 * after its effect was checked begins a new round; one that goes to and fro before that does not. [ACT-22]
 */
export function beginsRound(from: TaskState, to: TaskState, begunBefore: boolean): boolean {
  if (to !== 'doing' && to !== 'done') return false;
  return !begunBefore || isEffectChecked(from);
}

/** To whom a promise was given, by whom and when. */
export interface Given {
  readonly state: TaskState;
  readonly ownerId: string;
  readonly givenById: string;
  readonly givenAt: Date;
}

/** When somebody declines, in which zone they live, and since when the board's meeting is open; null without one. */
export interface Declining {
  readonly now: Date;
  readonly zone: string;
  readonly meetingSince: Date | null;
}

/** What keeps an owner from declining. */
export type NoDecline = 'own' | 'begun' | 'too-late';

/**
 * What keeps the owner from declining, or undefined where they may: it was given by somebody else, its
 * work has not begun, and it is still that day where they are, or the meeting in which it was given
 * is still open. [ACT-40]
 */
export function whyNotDecline(
  { state, ownerId, givenById, givenAt }: Given,
  { now, zone, meetingSince }: Declining,
): NoDecline | undefined {
  if (ownerId === givenById) return 'own';
  if (state !== 'agreed') return 'begun';
  const sameDay = dayIn(zone, givenAt) === dayIn(zone, now);
  const sameMeeting = meetingSince !== null && meetingSince <= givenAt;
  return sameDay || sameMeeting ? undefined : 'too-late';
}

/** Characters of what is promised; the text in the document has no end of its own. */
export const MAX_TITLE = 500;

/** What a confirmed action holds: nothing is left open. [ACT-2] */
export const promise = z.object({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TITLE)),
  owner: z.object({ id: z.string(), name: z.string() }),
  buddy: z.optional(z.nullable(z.object({ id: z.string(), name: z.string() }))),
  due: z.iso.date(),
  effect: z.union([
    z.object({ measure: z.string(), expected: z.number(), checkOn: z.iso.date() }),
    z.object({ observation: z.string().check(z.trim(), z.minLength(1)), checkOn: z.iso.date() }),
  ]),
});
export type Promised = z.infer<typeof promise>;

const why: Record<string, string> = {
  title: 'say what will be done',
  owner: 'name one person who takes it on',
  due: 'say by when',
  effect: 'say how we will see it: a measure or an observation',
  'effect.expected': 'say which value you expect',
  'effect.checkOn': 'say when we will look',
};

/**
 * Names every field that keeps an action from being confirmed; empty means it may be. `today` is the
 * day where it is earliest: nothing is promised for a day that has passed everywhere. [ACT-3] [ACT-31]
 */
export function missingForConfirm(
  action: Pick<Action, 'title' | 'owner' | 'due' | 'effect'>,
  today: Day,
): FieldError[] {
  const { due, effect } = action;
  const missing: string[] = [];
  if (action.title.trim() === '') missing.push('title');
  if (!action.owner) missing.push('owner');
  if (!action.due) missing.push('due');
  if (effect.measure === undefined && !effect.observation?.trim()) missing.push('effect');
  if (effect.measure !== undefined && effect.expected === undefined)
    missing.push('effect.expected');
  if (effect.checkOn === undefined) missing.push('effect.checkOn');
  const days = { due, 'effect.checkOn': effect.checkOn };
  const passed = Object.entries(days).filter(([, day]) => day && day < today);
  const tooLong = action.title.trim().length > MAX_TITLE;
  return [
    ...(tooLong ? [{ field: 'title', code: 'too_big', message: 'say it in fewer words' }] : []),
    ...missing.map((field) => ({ field, code: 'missing', message: why[field] ?? 'is missing' })),
    ...passed.map(([field]) => ({ field, code: 'past', message: 'has passed everywhere' })),
  ];
}
