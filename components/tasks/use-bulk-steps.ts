import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { changedTasksView, MOST_CHANGES } from '#board/api/tasks.ts';
import type { ChangedTasksView, ChangeTasksInput, TaskView } from '#board/api/tasks.ts';
import { callApi } from '#components/api/call-api.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { changeFor, undoFor } from './bulk-steps.ts';
import type { BulkStep } from './bulk-steps.ts';

type Change = ChangeTasksInput['changes'][number];

/** One that did not go through, and why. */
export interface NotTaken {
  readonly title: string;
  readonly problem: NonNullable<ChangedTasksView['results'][number]['problem']>;
}

/** What came of a step for several promises, or of taking it back. */
export interface BulkOutcome {
  readonly is: BulkStep['is'] | 'undo';
  readonly taken: number;
  /** Those that the step is not for. */
  readonly left: number;
  readonly refused: readonly NotTaken[];
  /** Takes back what can be; empty where nothing can. */
  readonly undo: readonly Change[];
}

/** Takes a step for several promises with one request, and tells what came of it. [ACT-44] [ACT-45] */
export function useBulkSteps(
  today: string,
  { tasks, show }: { tasks: readonly TaskView[]; show: (task: TaskView) => void },
) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function ask(changes: readonly Change[]): Promise<ChangedTasksView['results'] | undefined> {
    setBusy(true);
    setProblem(null);
    setOutcome(null);
    const results: ChangedTasksView['results'] = [];
    // A list may be longer than one request.
    for (let at = 0; at < changes.length; at += MOST_CHANGES) {
      const answer = await callApi({
        ...{ method: 'POST', path: '/tasks/changes', view: changedTasksView },
        body: { changes: changes.slice(at, at + MOST_CHANGES) },
      });
      if (answer.ok) results.push(...answer.value.results);
      else setProblem(answer.problem);
      if (!answer.ok) break;
    }
    setBusy(false);
    for (const { task } of results) if (task) show(task);
    if (results.length > 0) router.refresh();
    return results.length > 0 || changes.length === 0 ? results : undefined;
  }

  /** The ids that went through; undefined when nothing was answered. */
  async function take(
    step: BulkStep,
    chosen: readonly TaskView[],
  ): Promise<ReadonlySet<string> | undefined> {
    const changes = chosen.flatMap((task) => changeFor(step, task) ?? []);
    const results = await ask(changes);
    if (!results) return undefined;
    const before = new Map(chosen.map((task) => [task.id, task]));
    const taken = results.filter((one) => one.problem === null);
    setOutcome({
      ...{ is: step.is, taken: taken.length, left: chosen.length - changes.length },
      refused: notTaken(results, before),
      undo: taken.flatMap(({ taskId, task }) => {
        const was = before.get(taskId);
        return (was && task && undoFor(step, { before: was, after: task, today })) ?? [];
      }),
    });
    return new Set(taken.map(({ taskId }) => taskId));
  }

  async function undo(changes: readonly Change[]): Promise<void> {
    const results = await ask(changes);
    if (!results) return;
    const now = new Map(tasks.map((task) => [task.id, task]));
    const taken = results.filter((one) => one.problem === null).length;
    const refused = notTaken(results, now);
    setOutcome({ ...{ is: 'undo', taken, left: 0, refused, undo: [] } });
  }

  return { busy, outcome, problem, take, undo };
}

function notTaken(
  results: ChangedTasksView['results'],
  known: ReadonlyMap<string, TaskView>,
): NotTaken[] {
  return results.flatMap(({ taskId, problem }) =>
    problem ? [{ title: known.get(taskId)?.title ?? '', problem }] : [],
  );
}
