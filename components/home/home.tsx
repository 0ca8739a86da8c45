import { useTranslations } from 'next-intl';
import { may } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { TeamView } from '#board/api/teams.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { NewTeam } from '#components/teams/new-team.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { DueSoon } from './due-soon.tsx';
import { TeamBoards } from './team-boards.tsx';

interface Props {
  admin: boolean;
  teams: readonly { team: TeamView; boards: readonly BoardView[] }[];
  tasks: readonly TaskView[];
  today: string;
}

export function Home({ admin, teams, tasks, today }: Props) {
  const t = useTranslations('home');
  const standing = teams.flatMap(({ team }) => (team.role ? [team.role] : []));
  const mayAddTeam = may(
    [...standing, ...(admin ? (['admin'] as const) : [])],
    'organisation.add-team',
  );
  return (
    <>
      <PageHead title={t('title')} action={mayAddTeam && <NewTeam />} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-10">
          {teams.length === 0 && <EmptyState>{t('noTeams')}</EmptyState>}
          {teams.map(({ team, boards }) => (
            <TeamBoards key={team.id} team={team} boards={boards} />
          ))}
        </div>
        <DueSoon tasks={tasks} today={today} />
      </div>
    </>
  );
}
