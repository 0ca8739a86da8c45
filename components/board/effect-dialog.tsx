import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useLive } from '#components/canvas/live-map.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { EffectCheck } from '#components/tasks/effect-check.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useBoardTools } from './board-tools.tsx';
import { useTaskStory } from './use-task-story.ts';

interface Props {
  actionId: string;
  onClose: () => void;
}

/** Did it work? The same questions as on the task's page, without leaving the meeting. */
export function EffectDialog({ actionId, onClose }: Props) {
  const t = useTranslations('tasks.effectCheck');
  const { live } = useBoardTools();
  const fact = useLive(live.tasks, actionId);
  const closed = fact?.state === 'effect_checked';
  useEffect(() => {
    if (closed) onClose();
  }, [closed, onClose]);
  return (
    <Dialog
      size="lg"
      open
      onOpenChange={(open) => !open && onClose()}
      title={fact?.title ?? t('title')}
    >
      {fact && <Loaded key={fact.revision} taskId={fact.taskId} />}
    </Dialog>
  );
}

function Loaded({ taskId }: { taskId: string }) {
  const words = useProblemWords();
  const { task, problem } = useTaskStory(taskId);
  if (problem) return <p role="alert">{words(problem)}</p>;
  return task ? <EffectCheck task={task} /> : <Skeleton className="h-80" />;
}
