'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { readingView } from '#board/api/measures.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

interface Props {
  measureId: string;
  unit: string;
  today: string;
}

export function AddReading({ measureId, unit, today }: Props) {
  const t = useTranslations('teams.measures');
  const router = useRouter();
  const say = useToast();
  const form = useApiForm({
    method: 'POST',
    path: `/measures/${measureId}/readings`,
    view: readingView,
    body: (values) => ({ at: text(values, 'at'), value: number(values, 'value') }),
    onDone: () => {
      form.reset();
      say({ text: t('added') });
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="mt-auto flex flex-col gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-28 flex-1">
          <Field label={t('value')} error={form.errorOf('value')}>
            <TextInput name="value" inputMode="decimal" autoComplete="off" placeholder={unit} />
          </Field>
        </div>
        <div className="w-40">
          <Field label={t('day')} error={form.errorOf('at')}>
            <TextInput name="at" type="date" defaultValue={today} max={today} />
          </Field>
        </div>
        <Button type="submit" busy={form.busy} className="sm:mt-6">
          {t('submit')}
        </Button>
      </div>
      <FormProblem form={form} />
    </form>
  );
}
