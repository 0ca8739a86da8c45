import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { callApi } from '#components/api/call-api.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { useToast } from '#components/ui/toast.tsx';

/**
 * Moves a task along the ladder from its card: every card of it shows the new state in the same
 * frame; the fact that comes back confirms it, a refusal takes it back and says why. Answers whether
 * it was moved.
 */
export function useTaskSteps(live: LiveBoard | undefined) {
  const t = useTranslations('board.move');
  const stateWord = useTranslations('words.state');
  const problemWords = useProblemWords();
  const say = useToast();
  return useCallback(
    async (actionId: string, state: TaskState): Promise<boolean> => {
      const task = live?.tasks.get(actionId);
      if (!live || !task) return false;
      const takeBack = live.tasks.pretend(actionId, { ...task, state });
      const { taskId, revision, title } = task;
      const answer = await callApi({
        method: 'PATCH',
        path: `/tasks/${taskId}`,
        body: { state, revision },
        view: taskView,
      });
      if (answer.ok) {
        say({ text: t('done', { title, state: stateWord(state) }) });
        return true;
      }
      takeBack();
      const { problem } = answer;
      const theirs =
        problem === 'unreachable' ? undefined : taskView.safeParse(problem.current).data;
      const text = theirs
        ? t('conflict', { state: stateWord(theirs.state) })
        : problemWords(problem);
      say({ tone: 'bad', text });
      return false;
    },
    [live, say, t, stateWord, problemWords],
  );
}
