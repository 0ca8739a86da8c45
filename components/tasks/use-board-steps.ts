'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { laneStep } from '#board/lanes.ts';
import { useToast } from '#components/ui/toast.tsx';
import type { BoardColumn } from './board-columns.ts';

/**
 * What putting a card into a column does: the step of the ladder, the form that the step needs, or
 * the reason why there is none. [ACT-8]
 */
export function useBoardSteps(move: (task: TaskView, state: TaskState) => void) {
  const t = useTranslations('tasks.board');
  const say = useToast();
  const router = useRouter();
  return (task: TaskView, column: BoardColumn) => {
    const step = laneStep(task.state, column);
    if (step.is === 'move') move(task, step.to);
    else if (step.is === 'check-effect') router.push(`/tasks/${task.id}#effect`);
    else if (step.is === 'refused') {
      const why = step.why === 'not-done' && column !== 'effect_checked' ? null : step.why;
      say({ tone: 'bad', text: why === null ? t('stay') : t(`refused.${why}`) });
    }
  };
}
