import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Day } from '#board/calendar.ts';
import { IconButton } from '#components/ui/icon-button.tsx';

interface Props {
  value: Day | '';
  min: Day;
  onChoose: (day: Day) => void;
}

/** Opens the browser's own calendar, inside a field; whoever types has no use for it, so Tab passes it by. */
export function CalendarButton({ value, min, onChoose }: Props) {
  const t = useTranslations('time.field');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        min={min}
        value={value}
        onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)}
        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
      />
      <span className="absolute top-1/2 right-1 flex -translate-y-1/2">
        <IconButton
          size="sm"
          tabIndex={-1}
          label={t('calendar')}
          icon={<CalendarDays aria-hidden className="size-4" />}
          onClick={() => picker.current?.showPicker()}
        />
      </span>
    </>
  );
}
