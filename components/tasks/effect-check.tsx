'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { taskView } from '#board/api/tasks.ts';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { useFocusFirst } from '#components/forms/use-focus-first.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { ExpectedBox } from './expected-box.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';

/** What was expected beside what came of it: the only way a done action is closed. */
export function EffectCheck({ task, focused = false }: { task: TaskStoryView; focused?: boolean }) {
  const t = useTranslations('tasks.effectCheck');
  const router = useRouter();
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
      tell: optionalText(values, 'tell'),
    }),
    onDone: () => router.refresh(),
  });
  useFocusFirst(form.props.ref, focused);
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
        <ExpectedBox task={task} />
        <EvidenceField task={task} errorOf={form.errorOf} />
      </div>
      <OutcomeChoice error={form.errorOf('outcome')} />
      <Field label={t('learned')} hint={t('learnedHint')} error={form.errorOf('learned')}>
        <TextArea name="learned" maxLength={2000} />
      </Field>
      <Field label={t('tell')} hint={t('tellHint')} error={form.errorOf('tell')} optional>
        <TextInput name="tell" autoComplete="off" maxLength={500} />
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
