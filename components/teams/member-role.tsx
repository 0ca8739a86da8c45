'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { memberView, teamRoles } from '#board/api/teams.ts';
import type { MemberView, TeamRole } from '#board/api/teams.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Select } from '#components/ui/select.tsx';

export function MemberRole({ teamId, member }: { teamId: string; member: MemberView }) {
  const t = useTranslations('teams.members');
  const roleWord = useTranslations('words.role');
  const { run } = useDeed();
  const [shown, show] = useOptimistic(member.role);
  const [, start] = useTransition();

  const change = (role: TeamRole) =>
    start(async () => {
      show(role);
      const path = `/teams/${teamId}/members/${member.id}`;
      const said = t('changed', { name: member.name, role: roleWord(role) });
      await run({ method: 'PATCH', path, body: { role }, view: memberView, said });
    });

  return (
    <Select
      aria-label={t('roleOf', { name: member.name })}
      className="w-44!"
      value={shown}
      onChange={(event) => {
        const role = teamRoles.find((one) => one === event.currentTarget.value);
        if (role) change(role);
      }}
    >
      {teamRoles.map((role) => (
        <option key={role} value={role}>
          {roleWord(role)}
        </option>
      ))}
    </Select>
  );
}
