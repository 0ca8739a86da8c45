import type { Day } from '../calendar.ts';
import type { Projection } from '../projection.ts';
import type { MeaningDiff } from '../diff.ts';
import { pair } from './pair.ts';

type Action = Projection['actions'][number];
type Kept = readonly (readonly [Action, Action])[];

export function diffActions(
  from: Projection,
  to: Projection,
  days: { readonly from: Day; readonly to: Day } | undefined,
) {
  const { added, removed, kept } = pair(from.actions, to.actions);
  // An action that was proposed and confirmed in one go was a proposal in between.
  const news = added.map((action) => [proposalOf(action), action] as const);
  const all = [...news, ...kept];
  return {
    actionsProposed: added.map(item),
    actionsRemoved: removed.map(item),
    actionsMoved: [...news.filter(([, after]) => after.taskId !== null), ...kept]
      .filter(([before, after]) => before.rung !== after.rung)
      .map(withRungs),
    ...movedPromises(kept),
    promisesMade: all
      .filter(([before, after]) => before.taskId === null && after.taskId !== null)
      .map(([, after]) => promise(after)),
    promisesKept: all
      .filter(([before, after]) => !isKept(before) && isKept(after))
      .map(([, after]) => promise(after)),
    promisesLate: days
      ? all
          .filter(([before, after]) => !isLate(before, days.from) && isLate(after, days.to))
          .map(([, after]) => promise(after))
      : [],
    actionsDropped: all
      .filter(([before, after]) => before.rung !== 'dropped' && after.rung === 'dropped')
      .map(([, after]) => item(after)),
    actionsReopened: kept.filter(isReopened).map(withRungs),
    outcomes: all.flatMap(([before, after]) =>
      after.outcome !== null && after.outcome !== before.outcome
        ? [{ ...item(after), outcome: after.outcome }]
        : [],
    ),
    silent: days && days.from < days.to ? silentSince(kept, days.from) : [],
  };
}

/** Where the day or the owner of what was said before is another. */
function movedPromises(kept: Kept) {
  return {
    duesMoved: kept
      .filter(([before, after]) => before.due !== null && before.due !== after.due)
      .map(([before, after]) => ({ ...item(after), from: before.due, to: after.due })),
    ownersMoved: kept
      .filter(([before, after]) => before.owner !== null && before.owner.id !== after.owner?.id)
      .map(([before, after]) => ({
        ...item(after),
        from: before.owner?.name ?? null,
        to: after.owner?.name ?? null,
      })),
  };
}

/** What had to be decided, done or checked on that day already, and is as it was. [DIFF-3] */
function silentSince(kept: Kept, day: Day): MeaningDiff['silent'] {
  return kept.flatMap(([before, after]) => {
    const waits = waitsFor(before, day);
    return waits && isUntouched(before, after) ? [{ ...promise(after), waits }] : [];
  });
}

function isUntouched(before: Action, after: Action): boolean {
  return touchable(before) === touchable(after);
}

/** Whatever somebody does with an action changes one of these. */
function touchable({ title, owner, due, effect, rung, outcome, cards }: Action): string {
  const { measure, expected, observation, checkOn } = effect;
  const where = cards.map(({ canvas, zone }) => [canvas, zone]);
  const seen = [measure, expected, observation, checkOn];
  return JSON.stringify([title, owner?.id, due, seen, rung, outcome, where]);
}

function waitsFor(action: Action, day: Day): MeaningDiff['silent'][number]['waits'] | undefined {
  if (action.rung === 'intention' || action.rung === 'proposal') return 'to-be-decided';
  if (isLate(action, day)) return 'late';
  const { checkOn } = action.effect;
  const isDue = action.rung === 'done' && checkOn !== undefined && checkOn < day;
  return isDue ? 'to-be-checked' : undefined;
}

/** Still open after its day. */
function isLate({ rung, due }: Action, day: Day): boolean {
  return (rung === 'agreed' || rung === 'doing') && due !== null && due < day;
}

function isKept({ rung }: Action): boolean {
  return rung === 'done' || rung === 'effect_checked' || rung === 'standard';
}

function isReopened([before, after]: readonly [Action, Action]): boolean {
  const wasClosed = isKept(before) || before.rung === 'dropped';
  return wasClosed && !isKept(after) && after.rung !== 'dropped';
}

function proposalOf(action: Action): Action {
  return { ...action, rung: 'proposal', taskId: null, outcome: null };
}

const item = ({ id, title }: Action) => ({ id, text: title });

const promise = (action: Action) => ({
  ...item(action),
  owner: action.owner?.name ?? null,
  due: action.due,
});

const withRungs = ([before, after]: readonly [Action, Action]) => ({
  ...item(after),
  from: before.rung,
  to: after.rung,
});
