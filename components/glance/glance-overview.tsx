import { Telescope } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GLANCE_DAYS } from '#board/api/glance.ts';
import type { TeamGlanceView } from '#board/api/glance.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TeamGlance } from './team-glance.tsx';

interface Props {
  /** What needs attention first. */
  teams: readonly TeamGlanceView[];
  today: string;
}

/** The teams that somebody manages or coaches, each as one card. */
export function GlanceOverview({ teams, today }: Props) {
  const t = useTranslations('glance');
  return (
    <>
      <PageHead title={t('title')} line={teams.length > 0 && t('line', { days: GLANCE_DAYS })} />
      {teams.length === 0 ? (
        <EmptyState icon={<Telescope />}>{t('none')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-6">
          {teams.map((team) => (
            <li key={team.teamId}>
              <TeamGlance team={team} today={today} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
