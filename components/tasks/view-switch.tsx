'use client';

import clsx from 'clsx';
import { LayoutList, SquareKanban } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { TasksShownAs } from './shown-as.ts';

const icons = { list: LayoutList, board: SquareKanban };

export function ViewSwitch({ shown }: { shown: TasksShownAs }) {
  const t = useTranslations('tasks.board');
  const here = usePathname();
  const asked = useSearchParams();
  const addressOf = (view: TasksShownAs) => {
    const query = new URLSearchParams(asked);
    if (view === 'board') query.set('view', view);
    else query.delete('view');
    return query.size === 0 ? here : `${here}?${query}`;
  };
  return (
    <nav aria-label={t('as')} className="inline-flex rounded-card border border-control/50 p-0.5">
      {(['list', 'board'] as const).map((view) => {
        const Icon = icons[view];
        return (
          <Link
            key={view}
            href={addressOf(view)}
            aria-current={view === shown ? 'true' : undefined}
            className={clsx(
              'inline-flex min-h-8 items-center gap-2 rounded-chip px-3 font-medium pointer-coarse:min-h-11',
              view === shown ? 'bg-accent-pale text-accent' : 'text-soft hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4" />
            {t(view)}
          </Link>
        );
      })}
    </nav>
  );
}
