import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { nextCheck } from '#board/holding.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { HoldingForm } from '#components/tasks/holding-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useBoardTools } from './board-tools.tsx';
import { useTaskStory } from './use-task-story.ts';

interface Props {
  actionId: string;
  today: string;
  onClose: () => void;
}

/** Does it still work? The same question as on the task's page, without leaving the meeting. */
export function HoldingDialog({ actionId, today, onClose }: Props) {
  const t = useTranslations('tasks.holding');
  const { live } = useBoardTools();
  const fact = useLive(live.tasks, actionId);
  // Whoever answers it changes the task, and the question is done.
  const [asked] = useState(fact?.revision);
  const answered = fact?.revision !== asked;
  useEffect(() => {
    if (answered) onClose();
  }, [answered, onClose]);
  return (
    <Dialog
      size="lg"
      open
      onOpenChange={(open) => !open && onClose()}
      title={fact?.title ?? t('title')}
    >
      {fact && <Loaded taskId={fact.taskId} today={today} />}
    </Dialog>
  );
}

function Loaded({ taskId, today }: { taskId: string; today: string }) {
  const words = useProblemWords();
  const { task, problem } = useTaskStory(taskId);
  if (problem) return <p role="alert">{words(problem)}</p>;
  const check = task && nextCheck(task.state, task.holdingChecks);
  if (!task || !check) return <Skeleton className="h-80" />;
  return <HoldingForm task={task} check={check} early={check.dueOn > today} focused />;
}
