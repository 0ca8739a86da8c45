'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { mayMove, needsReason, reopens } from '#board/ladder.ts';
import { callApi } from '#components/api/call-api.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { useToast } from '#components/ui/toast.tsx';
import type { Reopening } from './reopen-task.tsx';

/** Somebody moved the task first: what I wanted, and how it stands now. */
export interface MoveConflict {
  readonly mine: TaskState;
  readonly theirs: TaskView;
}

interface How {
  readonly quietly?: boolean;
  readonly reason?: string | undefined;
}

/**
 * Moves tasks on the spot: the list shows the new state in the same frame, the server's answer
 * confirms it, takes it back, or tells that somebody was first.
 */
export function useTaskMoves(tasks: readonly TaskView[]) {
  const t = useTranslations('tasks');
  const word = useTranslations('words.state');
  const say = useToast();
  const problemWords = useProblemWords();
  const router = useRouter();
  const [moved, setMoved] = useState<ReadonlyMap<string, TaskView>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, MoveConflict>>(new Map());

  const [dropping, setDropping] = useState<TaskView | null>(null);
  const [reopening, setReopening] = useState<Reopening | null>(null);

  const show = (task: TaskView) => setMoved((now) => new Map(now).set(task.id, task));
  const settle = (id: string) => setConflicts((now) => without(now, id));

  async function move(task: TaskView, state: TaskState, { quietly = false, reason }: How = {}) {
    settle(task.id);
    if (needsReason(task.state, state) && reason === undefined) return setDropping(task);
    // Whoever undoes what they just did wants it as it was.
    if (!quietly && reopens(task.state, state)) return setReopening({ task, to: state });
    show({ ...task, state });
    const answer = await callApi({
      method: 'PATCH',
      path: `/tasks/${task.id}`,
      body: { state, reason, revision: task.revision },
      view: taskView,
    });
    if (answer.ok) {
      const done = answer.value;
      show(done);
      const back = { quietly: true, reason: task.droppedReason ?? undefined };
      const action = { label: t('undo'), onSelect: () => void move(done, task.state, back) };
      // The ladder does not lead back everywhere.
      const undo = mayMove(done.state, task.state) ? { action } : {};
      if (!quietly) say({ text: t('moved', { title: task.title, state: word(state) }), ...undo });
      return router.refresh();
    }
    const theirs = currentTask(answer.problem);
    if (theirs) {
      show(theirs);
      return setConflicts((now) => new Map(now).set(task.id, { mine: state, theirs }));
    }
    show(task);
    say({ tone: 'bad', text: problemWords(answer.problem) });
  }

  return {
    // A newer page from the server overtakes what was shown here.
    tasks: tasks.map((task) => {
      const shown = moved.get(task.id);
      return shown && shown.revision >= task.revision ? shown : task;
    }),
    /** Shows a task as the server answered it. */
    show,
    conflictOf: (id: string) => conflicts.get(id),
    move: (task: TaskView, state: TaskState) => void move(task, state),
    settle,
    /** The task that is to be dropped, as soon as it is said why. */
    dropping,
    notDropping: () => setDropping(null),
    /** What is to stand open again, as soon as it is said by when. */
    reopening,
    notReopening: () => setReopening(null),
  };
}

function currentTask(problem: unknown): TaskView | undefined {
  if (typeof problem !== 'object' || problem === null || !('current' in problem)) return undefined;
  return taskView.safeParse(problem.current).data;
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
