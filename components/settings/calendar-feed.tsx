'use client';

import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import { useDeed } from '#components/forms/use-deed.ts';
import { Moment } from '#components/time/moment.tsx';
import { Button } from '#components/ui/button.tsx';

/** The address that calendars read now: since when, whether one does, and its end. */
export function CalendarFeed({ madeAt, readAt }: { madeAt: string; readAt: string | null }) {
  const t = useTranslations('settings.calendar');
  const { busy, run } = useDeed();
  const end = () =>
    run({ method: 'DELETE', path: '/me/calendar', view: z.null(), said: t('ended') });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-surface px-4 py-3">
      <p className="min-w-40 grow">
        {t.rich('state', { moment: () => <Moment at={madeAt} /> })}
        {' · '}
        {readAt ? t.rich('read', { moment: () => <Moment at={readAt} /> }) : t('unread')}
      </p>
      <Button size="sm" busy={busy} onClick={() => void end()}>
        {t('end')}
      </Button>
    </div>
  );
}
