import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TaskList } from './task-list.tsx';

interface Props {
  tasks: readonly TaskView[];
  today: string;
  mayMove: boolean;
}

/** What a team promised: by day, never counted per person. */
export function TeamTasks({ tasks, today, mayMove }: Props) {
  const t = useTranslations('tasks');
  if (tasks.length === 0) return <EmptyState icon={<ListChecks />}>{t('noneOfTeam')}</EmptyState>;
  return <TaskList tasks={tasks} today={today} mayMove={mayMove} owners />;
}
