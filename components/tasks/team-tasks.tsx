import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskList } from './task-list.tsx';
import type { TasksShownAs } from './shown-as.ts';
import { ViewSwitch } from './view-switch.tsx';

interface Props {
  tasks: readonly TaskView[];
  today: string;
  mayMove: boolean;
  shown: TasksShownAs;
}

/** What a team promised: by day, never counted per person. */
export function TeamTasks({ tasks, today, mayMove, shown }: Props) {
  const t = useTranslations('tasks');
  if (tasks.length === 0) return <EmptyState icon={<ListChecks />}>{t('noneOfTeam')}</EmptyState>;
  return (
    <div className="flex flex-col items-stretch gap-4">
      <div className="self-end">
        <ViewSwitch shown={shown} />
      </div>
      {shown === 'board' ? (
        <TaskBoard tasks={tasks} today={today} mayMove={mayMove} />
      ) : (
        <TaskList tasks={tasks} today={today} mayMove={mayMove} owners />
      )}
    </div>
  );
}
