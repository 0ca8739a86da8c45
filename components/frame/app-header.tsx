import { Inbox, Lightbulb, ListChecks, Telescope } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { may } from '#board/access.ts';
import type { MeView } from '#board/api/people.ts';
import type { TeamView } from '#board/api/teams.ts';
import { AccountMenu } from './account-menu.tsx';
import { HeaderLink } from './header-link.tsx';
import { Mark } from './mark.tsx';
import { TeamSwitch } from './team-switch.tsx';

interface Props {
  me: MeView | null;
  teams: readonly TeamView[];
}

export function AppHeader({ me, teams }: Props) {
  const t = useTranslations('app');
  return (
    <header className="sticky top-0 z-(--z-bar) border-b border-line bg-page/95 backdrop-blur">
      <a
        href="#content"
        className="absolute top-2 left-2 z-10 -translate-y-20 rounded-card bg-surface px-4 py-2 shadow-float focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-6 max-sm:px-4">
        <Link href="/" className="flex items-center gap-3 rounded-card pr-2 font-semibold">
          <Mark className="size-7" />
          <span className="max-sm:sr-only">{t('name')}</span>
        </Link>
        {me && (
          <>
            <nav
              aria-label={t('mainNavigation')}
              className="flex min-w-0 grow items-center gap-1 sm:pl-4"
            >
              <HeaderLink href="/tasks" icon={<ListChecks aria-hidden className="size-4" />}>
                <span className="max-sm:sr-only">{t('myActions')}</span>
              </HeaderLink>
              <HeaderLink href="/learned" icon={<Lightbulb aria-hidden className="size-4" />}>
                <span className="max-sm:sr-only">{t('learned')}</span>
              </HeaderLink>
              {teams.some(({ role }) => role !== null && may([role], 'team.glance')) && (
                <>
                  <HeaderLink href="/glance" icon={<Telescope aria-hidden className="size-4" />}>
                    <span className="max-sm:sr-only">{t('glance')}</span>
                  </HeaderLink>
                  <HeaderLink href="/inbox" icon={<Inbox aria-hidden className="size-4" />}>
                    <span className="max-sm:sr-only">{t('inbox')}</span>
                  </HeaderLink>
                </>
              )}
              {teams.length > 0 && <TeamSwitch teams={teams} />}
            </nav>
            <AccountMenu me={me} />
          </>
        )}
      </div>
    </header>
  );
}
