import clsx from 'clsx';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { may } from '#board/access.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { TeamView } from '#board/api/teams.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { HelpingWith } from './helping-with.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskList } from './task-list.tsx';
import { TeamTasks } from './team-tasks.tsx';
import { TasksSwitch } from './tasks-switch.tsx';
import { ViewSwitch } from './view-switch.tsx';
import type { TasksShownAs } from './shown-as.ts';

interface Props {
  tasks: readonly TaskView[];
  /** Those of others that I help with; none on the page of a team. */
  helping: readonly TaskView[];
  teams: readonly TeamView[];
  /** Null for one's own. */
  teamId: string | null;
  today: string;
  shown: TasksShownAs;
}

export function TaskOverview({ tasks, helping, teams, teamId, today, shown }: Props) {
  const t = useTranslations('tasks');
  const team = teams.find((one) => one.id === teamId);
  return (
    <div className={clsx(shown === 'list' && 'mx-auto max-w-3xl')}>
      <PageHead title={team ? t('ofTeam', { team: team.name }) : t('title')} />
      <div className="flex flex-col gap-6">
        <TasksSwitch teams={teams} teamId={teamId} shown={shown} />
        {team ? (
          <TeamTasks
            key={team.id}
            tasks={tasks}
            today={today}
            shown={shown}
            mayMove={may(team.role ? [team.role] : [], 'task.move')}
          />
        ) : tasks.length === 0 ? (
          <EmptyState icon={<ListChecks />}>{t('none')}</EmptyState>
        ) : (
          <>
            <div className="self-end">
              <ViewSwitch shown={shown} />
            </div>
            {shown === 'board' ? (
              <TaskBoard tasks={tasks} today={today} />
            ) : (
              <TaskList tasks={tasks} today={today} />
            )}
          </>
        )}
        {!team && <HelpingWith tasks={helping} today={today} />}
      </div>
    </div>
  );
}
