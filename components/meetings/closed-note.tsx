import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MeetingView } from '#board/api/meetings.ts';
import { Button } from '#components/ui/button.tsx';
import { MinutesFiles } from './minutes-files.tsx';
import { NextMeetingWords } from './next-meeting-words.tsx';

interface Props {
  meeting: MeetingView;
  onAgain: () => void;
}

/** The meeting is over: its minutes, and when the team meets again. */
export function ClosedNote({ meeting, onAgain }: Props) {
  const t = useTranslations('meetings.closed');
  return (
    <div
      role="status"
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4"
    >
      <p className="flex items-center gap-2 font-medium text-check-ink">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        {t('title')}
      </p>
      <p className="text-soft">
        <NextMeetingWords next={meeting.next} />
      </p>
      <Button asChild variant="primary">
        <Link href={`/meetings/${meeting.id}`}>{t('minutes')}</Link>
      </Button>
      <MinutesFiles meetingId={meeting.id} />
      <Button variant="quiet" className="self-start" onClick={onAgain}>
        {t('again')}
      </Button>
    </div>
  );
}
