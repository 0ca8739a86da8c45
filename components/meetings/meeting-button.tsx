import clsx from 'clsx';
import { Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';

interface Props {
  expanded: boolean;
  /** Left out for those who hold no meetings here: they see that one is going on. */
  onToggle: (() => void) | undefined;
}

/** Whether the team is meeting, and the way to open and close that. */
export function MeetingButton({ expanded, onToggle }: Props) {
  const t = useTranslations('meetings');
  const format = useFormatter();
  const { live } = useBoardTools();
  const open = useLive(live.openMeeting, '');
  const time = open && format.dateTime(new Date(open.since), { timeStyle: 'short' });
  if (!onToggle) {
    return (
      open && (
        <Badge tone="accent" icon={<Users />}>
          <span className="max-xl:sr-only">
            {t('openSince', { time: time ?? '', name: open.facilitator.name })}
          </span>
        </Badge>
      )
    );
  }
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-expanded={expanded}
      aria-controls="meeting-panel"
      className={clsx(
        'aria-expanded:bg-accent-pale aria-expanded:text-accent max-sm:px-2',
        // On a phone it is in the menu, unless a meeting is going on.
        open ? 'text-accent' : 'max-sm:hidden',
      )}
      icon={<Users aria-hidden className="size-5" />}
      onClick={onToggle}
    >
      <span className="max-xl:sr-only">{t(open ? 'going' : 'title')}</span>
      {time && (
        <span aria-hidden className="text-12 tabular-nums max-md:hidden">
          {time}
        </span>
      )}
    </Button>
  );
}
