import { useLocale, useTranslations } from 'next-intl';
import type { TeamView } from '#board/api/teams.ts';
import { TeamTabs } from './team-tabs.tsx';

export function TeamHead({ team }: { team: TeamView }) {
  const t = useTranslations('teams');
  const roleWord = useTranslations('words');
  const locale = useLocale();
  const role = team.role ? roleWord(`role.${team.role}`) : roleWord('admin');
  return (
    <div className="mb-6 flex flex-col gap-4">
      <div>
        <h1 className="text-28 font-semibold">{team.name}</h1>
        <p className="text-soft">
          {t('line', {
            members: team.members,
            role: role.toLocaleLowerCase(locale),
          })}
        </p>
      </div>
      <TeamTabs team={team} />
    </div>
  );
}
