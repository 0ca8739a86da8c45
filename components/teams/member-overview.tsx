import { useTranslations } from 'next-intl';
import type { MemberView } from '#board/api/teams.ts';
import { AddMember } from './add-member.tsx';
import { MemberList } from './member-list.tsx';

interface Props {
  teamId: string;
  members: readonly MemberView[];
  mayManage: boolean;
}

export function MemberOverview({ teamId, members, mayManage }: Props) {
  const t = useTranslations('teams.members');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-pretty text-soft">{t('roles')}</p>
        {mayManage && <AddMember teamId={teamId} />}
      </div>
      <MemberList teamId={teamId} members={members} mayManage={mayManage} />
    </div>
  );
}
