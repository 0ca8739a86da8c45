import { CircleAlert, Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MeetingView } from '#board/api/meetings.ts';
import { Day } from '#components/time/day.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { MinutesFiles } from './minutes-files.tsx';

/** One meeting: the day, the people, what came of it, and its minutes. */
export function MeetingRow({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations('meetings');
  const { id, heldOn, closedAt, counts, facilitator, override, present } = meeting;
  return (
    <li className="flex flex-col gap-2 px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-16 font-semibold">
          <Link href={`/meetings/${id}`} className="hover:underline">
            <Day day={heldOn} />
          </Link>
        </h2>
        {!closedAt && (
          <Badge tone="accent" icon={<Users />}>
            {t('going')}
          </Badge>
        )}
        {override && (
          <Badge tone="do" icon={<CircleAlert />}>
            {t('overridden')}
          </Badge>
        )}
      </div>
      <p className="text-soft">{t('who', { names: present.map(({ name }) => name).join(', ') })}</p>
      <p className="text-12 text-soft tabular-nums">
        {t('led', { name: facilitator.name })}
        {counts && ` · ${t('counts', counts)}`}
      </p>
      {closedAt && <MinutesFiles meetingId={id} />}
    </li>
  );
}
