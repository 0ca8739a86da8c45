import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import type { OpenMeeting } from '#board/meetings.ts';
import { Avatar } from '#components/ui/avatar.tsx';

interface Props {
  open: OpenMeeting;
  closing: boolean;
  onClosing: (closing: boolean) => void;
}

/** The meeting that is going on, and which of its two ends one is at. */
export function GoingOn({ open, closing, onClosing }: Props) {
  const t = useTranslations('meetings');
  const format = useFormatter();
  const time = format.dateTime(new Date(open.since), { timeStyle: 'short' });
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-center gap-2 text-soft">
        <Avatar person={open.facilitator} size="sm" named={false} />
        {t('openSince', { time, name: open.facilitator.name })}
      </p>
      <div className="grid grid-cols-2 gap-1 rounded-card bg-sunken p-1">
        {([false, true] as const).map((end) => (
          <button
            key={String(end)}
            type="button"
            aria-pressed={closing === end}
            onClick={() => onClosing(end)}
            className={clsx(
              'min-h-8 rounded-chip px-2 font-medium pointer-coarse:min-h-11',
              closing === end ? 'bg-surface text-ink shadow-card' : 'text-soft hover:text-ink',
            )}
          >
            {t(end ? 'steps.close' : 'steps.start')}
          </button>
        ))}
      </div>
    </div>
  );
}
