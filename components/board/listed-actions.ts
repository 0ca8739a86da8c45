import { useMemo, useSyncExternalStore } from 'react';
import type { BoardDocument } from '#board/document.ts';
import type { Effect, EffectOutcome, TaskState } from '#board/facts.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { rungOf } from '#components/canvas/ladder-looks.ts';
import type { Rung } from '#components/canvas/ladder-looks.ts';
import { useLiveAll } from '#components/canvas/live-map.ts';

/** An action as a list shows it. */
export interface ListedAction {
  readonly id: string;
  readonly title: string;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly due: string | null;
  readonly effect: Effect;
  readonly rung: Rung;
  readonly outcome: EffectOutcome | null;
  /** False for a task whose card was deleted: the promise stands, there is nothing to go to. */
  readonly hasCard: boolean;
  /** A proposal that was left for later. */
  readonly parked: string | null;
}

/** What is still to be decided first, then along the ladder; what was dropped comes last. */
const order: readonly Rung[] = [
  'proposal',
  'intention',
  ...(['agreed', 'doing', 'done', 'effect_checked', 'standard'] satisfies TaskState[]),
  'dropped',
];

/** The board's actions: proposals that a card shows, and every task. */
export function useListedActions(live: LiveBoard): readonly ListedAction[] {
  const actions = useLiveAll(live.actions);
  const tasks = useLiveAll(live.tasks);
  const carded = useCardedActions(live.board);
  return useMemo(() => {
    const taskOf = new Map(tasks.flatMap((task) => (task ? [[task.actionId, task] as const] : [])));
    const listed = actions.flatMap((action): ListedAction[] => {
      if (!action) return [];
      const task = taskOf.get(action.id);
      const rung = rungOf(action, task);
      const hasCard = carded.has(action.id);
      if (!rung || (!task && !hasCard)) return [];
      const { title, owner, due, effect } = task ?? action;
      const { id, parked = null } = action;
      const outcome = task?.outcome ?? null;
      return [{ id, title, owner, due, effect, rung, outcome, hasCard, parked }];
    });
    return listed.sort(byRungThenDay);
  }, [actions, tasks, carded]);
}

function byRungThenDay(a: ListedAction, b: ListedAction): number {
  const rung = order.indexOf(a.rung) - order.indexOf(b.rung);
  if (rung !== 0) return rung;
  const [left, right] = [a, b].map(({ due, id }) => `${due ?? '9999'} ${id}`) as [string, string];
  return left < right ? -1 : 1;
}

function useCardedActions({ records }: BoardDocument): ReadonlySet<string> {
  // A string, so that equal answers are equal.
  const read = (): string => {
    const ids = [...records.values()].flatMap((record) => {
      return record.get('type') === 'action-card' ? [String(record.get('p:actionId'))] : [];
    });
    return [...new Set(ids)].sort().join(' ');
  };
  // Cards come and go with their records; a card never changes its action.
  const subscribe = (heard: () => void): (() => void) => {
    records.observe(heard);
    return () => records.unobserve(heard);
  };
  const ids = useSyncExternalStore(subscribe, read, read);
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}
