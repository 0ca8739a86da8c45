'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';

/** What was expected beside what came of it: the only way a done action is closed. */
export function EffectCheck({ task, focused = false }: { task: TaskView; focused?: boolean }) {
  const t = useTranslations('tasks.effectCheck');
  const format = useFormatter();
  const router = useRouter();
  const { measureName, expected, unit = '', observation } = task.effect;
  const form = useApiForm({
    method: 'POST',
    path: `/tasks/${task.id}/effect`,
    view: taskView,
    body: (values) => ({
      revision: task.revision,
      outcome: optionalText(values, 'outcome'),
      learned: text(values, 'learned'),
      reading: number(values, 'reading'),
      observation: optionalText(values, 'observation'),
    }),
    onDone: () => router.refresh(),
  });
  const { ref } = form.props;
  useEffect(() => {
    if (focused) ref.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [focused, ref]);
  return (
    <form
      {...form.props}
      id="effect"
      className="flex scroll-mt-20 flex-col gap-5 rounded-card border border-check bg-surface p-5"
    >
      <div>
        <h2 className="text-16 font-semibold">{t('title')}</h2>
        <p className="text-soft">{t('intro')}</p>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <div className="rounded-card bg-sunken p-4">
          <h3 className="text-12 text-soft">{t('expected')}</h3>
          <p className="mt-1 text-16">
            {measureName === undefined
              ? observation
              : `${measureName}: ${expected === undefined ? '' : format.number(expected)} ${unit}`}
          </p>
        </div>
        {measureName === undefined ? (
          <Field label={t('observation')} error={form.errorOf('observation')}>
            <TextArea name="observation" rows={2} maxLength={2000} />
          </Field>
        ) : (
          <Field
            label={t('reading')}
            hint={`${measureName}${unit && ` (${unit})`}`}
            error={form.errorOf('reading')}
          >
            <TextInput name="reading" inputMode="decimal" autoComplete="off" />
          </Field>
        )}
      </div>
      <OutcomeChoice error={form.errorOf('outcome')} />
      <Field label={t('learned')} hint={t('learnedHint')} error={form.errorOf('learned')}>
        <TextArea name="learned" maxLength={2000} />
      </Field>
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-start max-sm:self-stretch"
      >
        {t('submit')}
      </Button>
    </form>
  );
}
