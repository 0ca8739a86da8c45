import { useTranslations } from 'next-intl';
import type { MemberView } from '#board/api/teams.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { MemberRole } from './member-role.tsx';
import { RenewWelcome } from './renew-welcome.tsx';
import { RemoveMember } from './remove-member.tsx';

interface Props {
  teamId: string;
  members: readonly MemberView[];
  mayManage: boolean;
}

export function MemberList({ teamId, members, mayManage }: Props) {
  const t = useTranslations('teams.members');
  const roleWord = useTranslations('words.role');
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {members.map((member) => (
        <li key={member.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <Avatar person={member} named={false} />
          <div className="min-w-0 grow basis-40">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {member.name}
              {!member.active && <Badge>{t('waiting')}</Badge>}
            </p>
            <p className="truncate text-12 text-soft">{member.email}</p>
          </div>
          {mayManage ? (
            <div className="flex items-center gap-2">
              {!member.active && <RenewWelcome teamId={teamId} member={member} />}
              <MemberRole teamId={teamId} member={member} />
              <RemoveMember teamId={teamId} member={member} />
            </div>
          ) : (
            <Badge>{roleWord(member.role)}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
