import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TeamView } from '#board/api/teams.ts';
import { tabLooks, tabRow } from '#components/ui/tabs.tsx';
import type { TasksShownAs } from './shown-as.ts';

interface Props {
  teams: readonly TeamView[];
  /** Null for one's own. */
  teamId: string | null;
  shown: TasksShownAs;
}

export function TasksSwitch({ teams, teamId, shown }: Props) {
  const t = useTranslations('tasks');
  const current = (here: boolean) => (here ? 'page' : undefined);
  return (
    <nav aria-label={t('whose')} className={tabRow}>
      <Link
        href={shown === 'board' ? '/tasks?view=board' : '/tasks'}
        aria-current={current(teamId === null)}
        className={tabLooks}
      >
        {t('mine')}
      </Link>
      {teams
        .filter((team) => team.role !== null)
        .map((team) => (
          <Link
            key={team.id}
            href={`/tasks?team=${team.id}${shown === 'board' ? '&view=board' : ''}`}
            aria-current={current(team.id === teamId)}
            className={tabLooks}
          >
            {team.name}
          </Link>
        ))}
    </nav>
  );
}
