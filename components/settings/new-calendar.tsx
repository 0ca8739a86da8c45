'use client';

import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newCalendarFeedView } from '#board/api/preferences.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { Button } from '#components/ui/button.tsx';
import { CopyField } from '#components/ui/copy-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';

interface Props {
  /** There is an address, which ends when there is a new one. */
  replaces: boolean;
}

/** Makes the address under which calendars read my actions, and shows it this once. */
export function NewCalendar({ replaces }: Props) {
  const t = useTranslations('settings.calendar');
  const { busy, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);

  async function make() {
    const made = await run({ method: 'POST', path: '/me/calendar', view: newCalendarFeedView });
    if (made) setUrl(made.url);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        setUrl(null);
      }}
      title={t(replaces && url === null ? 'renewTitle' : 'makeTitle')}
      trigger={
        <Button icon={<CalendarPlus aria-hidden className="size-4" />}>
          {t(replaces ? 'renew' : 'open')}
        </Button>
      }
    >
      {url === null ? (
        <div className="flex flex-col gap-5">
          <p>{t('intro')}</p>
          {replaces && <p className="font-medium">{t('replaces')}</p>}
          <Button
            variant="primary"
            busy={busy}
            className="self-end max-sm:self-stretch"
            onClick={() => void make()}
          >
            {t('submit')}
          </Button>
        </div>
      ) : (
        <Field label={t('made')} hint={t('once')}>
          <CopyField value={url} />
        </Field>
      )}
    </Dialog>
  );
}
