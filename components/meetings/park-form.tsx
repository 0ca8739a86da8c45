import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';

interface Props {
  today: string;
  later: string;
  onPark: (day: string) => void;
  onCancel: () => void;
}

// Somebody came for this field.
const focusAtOnce = (input: HTMLInputElement | null) => input?.focus();

/** Until when it is left: on that day it is back on the table. [MEET-5] */
export function ParkForm({ today, later, onPark, onCancel }: Props) {
  const t = useTranslations('meetings.decide');
  const [day, setDay] = useState(later);
  const [asked, setAsked] = useState(false);
  const isLater = day > today;
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isLater) onPark(day);
        else setAsked(true);
      }}
    >
      <DayField
        ref={focusAtOnce}
        label={t('until')}
        error={asked && !isLater ? t('notLater') : undefined}
        value={later}
        today={today}
        onDay={setDay}
        onKeyDown={({ key }) => key === 'Escape' && onCancel()}
        offer={['week', 'fortnight']}
      />
      <div className="flex gap-2">
        <Button size="sm" type="submit" variant="primary">
          {t('park')}
        </Button>
        <Button size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
