'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { newShareView } from '#board/api/shares.ts';
import type { NewShareView } from '#board/api/shares.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';

interface Props {
  snapshotId: string;
  onMade: (share: NewShareView) => void;
}

const lifetimes = ['day', 'week', 'month', 'until'] as const;
const days: Record<string, number> = { day: 1, week: 7, month: 30 };
const DAY = 24 * 3600_000; // ms

export function ShareForm({ snapshotId, onMade }: Props) {
  const t = useTranslations('history.share');
  const [lifetime, setLifetime] = useState('week');
  const form = useApiForm({
    method: 'POST',
    path: `/snapshots/${snapshotId}/shares`,
    view: newShareView,
    body: (values) => ({ expiresAt: endOf(text(values, 'lifetime'), text(values, 'day')) }),
    onDone: onMade,
  });
  const error = form.errorOf('expiresAt');
  return (
    <form {...form.props} className="flex flex-col gap-4">
      <Field label={t('lifetime')} error={lifetime === 'until' ? undefined : error}>
        <Select
          name="lifetime"
          value={lifetime}
          onChange={(event) => setLifetime(event.currentTarget.value)}
        >
          {lifetimes.map((one) => (
            <option key={one} value={one}>
              {t(`lifetimes.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {lifetime === 'until' && (
        <DayField name="day" label={t('until')} value={null} error={error} />
      )}
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}

/** The moment at which a link ends: so many days on, or with a day where its maker is. */
function endOf(lifetime: string, day: string): string {
  const count = days[lifetime];
  const end = count ? new Date(Date.now() + count * DAY) : new Date(`${day}T23:59:59`);
  // What is no day is left to the server to refuse.
  return Number.isNaN(end.getTime()) ? '' : end.toISOString();
}
