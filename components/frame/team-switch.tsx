'use client';

import { ChevronDown, Users } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { TeamView } from '#board/api/teams.ts';
import { Menu, MenuItem } from '#components/ui/menu.tsx';

export function TeamSwitch({ teams }: { teams: readonly TeamView[] }) {
  const t = useTranslations('app');
  const { teamId } = useParams<{ teamId?: string }>();
  const here = teams.find((team) => team.id === teamId);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-10 min-w-0 items-center gap-2 rounded-card px-3 font-medium text-soft transition-colors duration-150 hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
        >
          <Users aria-hidden className="size-4 shrink-0" />
          <span className="truncate max-sm:sr-only">{here?.name ?? t('teams')}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </button>
      }
    >
      {teams.map((team) => (
        <MenuItem key={team.id} asChild>
          <Link href={`/teams/${team.id}`} aria-current={team === here ? 'page' : undefined}>
            <span className="min-w-0 grow truncate">{team.name}</span>
          </Link>
        </MenuItem>
      ))}
    </Menu>
  );
}
