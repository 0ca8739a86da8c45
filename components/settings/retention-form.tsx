'use client';

import { useTranslations } from 'next-intl';
import { LEAST_DAYS, retentionView } from '#board/api/organisation.ts';
import type { RetentionView } from '#board/api/organisation.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

/** How many days the contents of snapshots are kept; an empty field keeps them for ever. */
export function RetentionForm({ retention }: { retention: RetentionView }) {
  const t = useTranslations('settings.retention');
  const say = useToast();
  const form = useApiForm({
    method: 'PATCH',
    path: '/organisation/retention',
    view: retentionView,
    body: (values) => ({
      dailyDays: daysIn(optionalText(values, 'dailyDays')),
      otherDays: daysIn(optionalText(values, 'otherDays')),
    }),
    onDone: () => say({ text: t('saved') }),
  });
  return (
    <form {...form.props} className="flex max-w-md flex-col gap-5">
      {(['dailyDays', 'otherDays'] as const).map((name) => (
        <Field
          key={name}
          label={t(name)}
          hint={t('hint', { least: LEAST_DAYS })}
          error={form.errorOf(name)}
        >
          <TextInput
            name={name}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={retention[name] ?? ''}
          />
        </Field>
      ))}
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}

/** What is no number goes as it is, and is refused with the field. */
function daysIn(text: string | undefined): number | string | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : text;
}
