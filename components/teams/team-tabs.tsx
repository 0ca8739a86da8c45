'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { may } from '#board/access.ts';
import type { TeamView } from '#board/api/teams.ts';
import { tabLooks, tabRow } from '#components/ui/tabs.tsx';

/** The parts of a team's page, each with an address of its own. */
export function TeamTabs({ team }: { team: Pick<TeamView, 'id' | 'role'> }) {
  const t = useTranslations('teams.tabs');
  const here = usePathname();
  const base = `/teams/${team.id}`;
  const subjects = team.role ? [team.role] : [];
  const tabs = [
    { href: base, label: t('boards'), open: may(subjects, 'team.see-boards') },
    { href: `${base}/tasks`, label: t('tasks'), open: may(subjects, 'team.see-tasks') },
    { href: `${base}/measures`, label: t('measures'), open: may(subjects, 'team.see-measures') },
    { href: `${base}/members`, label: t('members'), open: true },
    {
      href: `${base}/webhooks`,
      label: t('webhooks'),
      open: may(subjects, 'team.manage-webhooks'),
    },
    { href: `${base}/bin`, label: t('bin'), open: may(subjects, 'board.bin') },
  ];
  return (
    <nav aria-label={t('label')} className={tabRow}>
      {tabs
        .filter((tab) => tab.open)
        .map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={isIn(here, href, base) ? 'page' : undefined}
            className={tabLooks}
          >
            {label}
          </Link>
        ))}
    </nav>
  );
}

/** On the page itself, or on one below it; every page of the team lies below the first tab. */
function isIn(here: string, href: string, base: string): boolean {
  return here === href || (href !== base && here.startsWith(`${href}/`));
}
