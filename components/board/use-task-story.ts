import { useEffect, useState } from 'react';
import { taskStoryView } from '#board/api/tasks.ts';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { callApi } from '#components/api/call-api.ts';
import type { Refused } from '#components/forms/problem-words.ts';

interface Story {
  readonly task?: TaskStoryView;
  readonly problem?: Refused;
}

/** A task with all that its fact on the board does not say. */
export function useTaskStory(taskId: string): Story {
  const [story, setStory] = useState<Story>({});
  useEffect(() => {
    let wanted = true;
    void callApi({ method: 'GET', path: `/tasks/${taskId}`, view: taskStoryView }).then(
      (answer) => {
        if (wanted) setStory(answer.ok ? { task: answer.value } : { problem: answer.problem });
      },
    );
    return () => {
      wanted = false;
    };
  }, [taskId]);
  return story;
}
