import { useTranslations } from 'next-intl';
import type { NextMeeting } from '#board/meetings.ts';
import { Day } from '#components/time/day.tsx';

export function NextMeetingWords({ next }: { next: NextMeeting | null }) {
  const t = useTranslations('meetings.next');
  if (!next) return <>{t('none')}</>;
  const day = () => <Day day={next.on} />;
  return <>{next.at ? t.rich('onAt', { day, time: next.at }) : t.rich('on', { day })}</>;
}
