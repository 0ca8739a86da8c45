import type { TaskView } from '#board/api/tasks.ts';
import type { EffectOutcome, TaskState } from '#board/facts.ts';

/** The ladder once more, as the tests understand it, to hold the server against. */
const byHand: Record<TaskState, readonly TaskState[]> = {
  agreed: ['doing', 'done', 'dropped'],
  doing: ['agreed', 'done', 'dropped'],
  done: ['doing', 'dropped'],
  effect_checked: ['doing'],
  standard: ['doing'],
  dropped: ['agreed'],
};

/** What becomes of somebody who tries to promise or to move. */
export const rights = {
  member: undefined,
  manager: undefined,
  coach: 'no-right',
  outsider: 'not-found',
  removed: 'not-found',
} as const;
export type Who = keyof typeof rights;
/** Those who promise. */
export type Promiser = 'member' | 'manager';

/** `done`, or the code of the refusal. */
export type Fate = 'done' | 'no-right' | 'not-found' | 'conflict' | 'invalid' | 'incomplete';

export interface ModelAction {
  readonly actionId: string;
  readonly complete: boolean;
  task: ModelTask | undefined;
}

export interface ModelTask {
  state: TaskState;
  /** Steps that were taken, the confirming included. */
  steps: number;
  /** Whose it is, and by whom and on which day it became theirs. */
  owner: Promiser;
  giver: Promiser;
  givenOn: string;
  /** Its owner of before did not take it on, and nobody has since. */
  declined: boolean;
  /** Days on which it is looked at again, in order. */
  toCome: string[];
  /** As the server answered last: ids and the revision come from it, never the state. */
  view: TaskView;
}

export interface Model {
  readonly actions: ModelAction[];
}

export function fateOfConfirm(action: ModelAction, who: Who): Fate {
  if (rights[who] !== undefined) return rights[who];
  return action.task !== undefined || action.complete ? 'done' : 'incomplete';
}

export interface Move {
  readonly who: Who;
  readonly to: TaskState;
  readonly stale: boolean;
  readonly reasoned: boolean;
}

export function fateOfMove({ state }: ModelTask, { who, to, stale, reasoned }: Move): Fate {
  if (rights[who] !== undefined) return rights[who];
  if (stale) return 'conflict';
  if (to !== state && !byHand[state].includes(to)) return 'invalid';
  return to === 'dropped' && state !== 'dropped' && !reasoned ? 'incomplete' : 'done';
}

export interface HandOver {
  readonly who: Who;
  readonly to: Promiser;
  readonly stale: boolean;
}

export function fateOfHandOver({ who, stale }: HandOver): Fate {
  if (rights[who] !== undefined) return rights[who];
  return stale ? 'conflict' : 'done';
}

export function handedOver(task: ModelTask, { who, to }: HandOver, now: Date): void {
  task.declined = false;
  if (to === task.owner || !isPromiser(who)) return;
  Object.assign(task, { owner: to, giver: who, givenOn: dayOf(now) });
}

export function fateOfDecline(task: ModelTask, who: Who, stale: boolean, now: Date): Fate {
  if (rights[who] !== undefined) return rights[who];
  if (task.owner !== who) return 'no-right';
  if (stale) return 'conflict';
  const may = task.giver !== who && task.state === 'agreed' && task.givenOn === dayOf(now);
  return may ? 'done' : 'invalid';
}

export function declined(task: ModelTask): void {
  task.owner = task.giver;
  task.declined = true;
}

export function isPromiser(who: Who): who is Promiser {
  return who === 'member' || who === 'manager';
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

export function fateOfCheck({ state }: ModelTask, who: Who, stale: boolean): Fate {
  if (rights[who] !== undefined) return rights[who];
  if (stale) return 'conflict';
  return state === 'done' ? 'done' : 'invalid';
}

/** `dueOn` is undefined for a check that was answered or cancelled. */
export function fateOfAnswer(
  dueOn: string | undefined,
  { who, stale, held }: { who: Who; stale: boolean; held: boolean },
  now: Date,
): Fate {
  if (rights[who] !== undefined) return rights[who];
  if (stale) return 'conflict';
  if (dueOn === undefined) return 'invalid';
  const latest = new Date(now.getTime() + 14 * HOUR_MS).toISOString().slice(0, 10);
  return held && latest < dueOn ? 'invalid' : 'done';
}

export function moved(task: ModelTask, to: TaskState): void {
  if (task.state === 'effect_checked' && to !== task.state) task.toCome = [];
  if (to !== task.state) task.declined = false;
  task.state = to;
}

export function checked(task: ModelTask, outcome: EffectOutcome, now: Date): void {
  task.state = 'effect_checked';
  const after = (days: number) =>
    new Date(now.getTime() + days * 24 * HOUR_MS).toISOString().slice(0, 10);
  task.toCome = outcome === 'worked' ? [after(30), after(90)] : [];
}

export function answered(task: ModelTask, dueOn: string, held: boolean): void {
  task.toCome = held ? task.toCome.filter((day) => day !== dueOn) : [];
  task.state = !held ? 'doing' : task.toCome.length === 0 ? 'standard' : 'effect_checked';
}

const HOUR_MS = 3600_000;
