import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TeamGlanceView } from '#board/api/glance.ts';

/** The numbers of a team; none of them is a person's, but the reader's own. */
export function GlanceFacts({ team }: { team: TeamGlanceView }) {
  const t = useTranslations('glance.facts');
  const { teamId, promises, effects, requests, unanswered, cycleEndedDays, meetings, own } = team;
  const checked = effects.worked + effects.partly + effects.didnt;
  return (
    <dl className="divide-y divide-line border-y border-line">
      <Fact name={<Link href={`/teams/${teamId}/tasks`}>{t('promises')}</Link>}>
        {promises.due === 0 ? t('noneDue') : t('keptOf', promises)}
      </Fact>
      <Fact
        name={t('effects')}
        more={
          <>
            {checked > 0 && <span className="block">{t('outcomes', effects)}</span>}
            {effects.waiting > 0 && <span className="block">{t('waiting', effects)}</span>}
          </>
        }
      >
        {checked}
      </Fact>
      <Fact name={requests > 0 ? <Link href="/inbox">{t('requests')}</Link> : t('requests')}>
        {requests}
      </Fact>
      <Fact
        name={
          unanswered.oldest ? (
            <Link href={`/snapshots/${unanswered.oldest.snapshotId}`}>{t('unanswered')}</Link>
          ) : (
            t('unanswered')
          )
        }
        more={unanswered.oldest && t('oldest', { days: unanswered.oldest.days })}
      >
        {unanswered.count}
      </Fact>
      <Fact name={t('cycle')}>
        {cycleEndedDays === null ? t('noCycle') : t('daysAgo', { days: cycleEndedDays })}
      </Fact>
      <Fact name={t('meetings')}>
        {meetings.held === 0
          ? t('noMeetings')
          : t('meetingsOf', { held: meetings.held, with: meetings.withManager })}
      </Fact>
      {own && (
        <Fact name={t('own')} more={t('ownHint')}>
          {own.due === 0 ? t('noneDue') : t('keptOf', own)}
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  name: ReactNode;
  /** What belongs to the number, below its name. */
  more?: ReactNode;
  children: ReactNode;
}

function Fact({ name, more, children }: FactProps) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2">
      <dt className="min-w-0 [&_a]:hover:underline">
        {name}
        {more && <span className="block text-12 text-soft">{more}</span>}
      </dt>
      <dd className="shrink-0 text-right font-medium tabular-nums">{children}</dd>
    </div>
  );
}
