'use client';

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { readingStoryView } from '#board/api/measures.ts';
import type { ReadingStoryView } from '#board/api/measures.ts';
import { conflictOf } from '#components/forms/conflict-of.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import type { ApiForm } from '#components/forms/use-api-form.ts';
import { noon } from '#components/time/noon.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { NewerReading } from './newer-reading.tsx';

interface Props {
  measureId: string;
  reading: ReadingStoryView;
  today: string;
}

export function CorrectReading(props: Props) {
  const t = useTranslations('measures.correct');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const day = format.dateTime(noon(props.reading.at), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('intro')}
      trigger={
        <IconButton
          size="sm"
          label={t('openOf', { day })}
          icon={<Pencil aria-hidden className="size-4" />}
        />
      }
    >
      <CorrectForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CorrectForm({ measureId, reading, today, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('measures.correct');
  const router = useRouter();
  const say = useToast();
  const hint = useId();
  const [typed, setTyped] = useState(String(reading.value));
  const form: ApiForm = useApiForm({
    method: 'PATCH',
    path: `/measures/${measureId}/readings/${reading.id}`,
    view: readingStoryView,
    body: (values) => ({
      // What somebody else made of it was shown: pressing once more is said of that.
      revision: conflictOf(form.problem, readingStoryView)?.revision ?? reading.revision,
      value: number(values, 'value'),
      at: text(values, 'at'),
      withdrawn: values.has('withdrawn'),
      reason: text(values, 'reason'),
    }),
    onDone: () => {
      onDone();
      say({ text: t('done') });
      router.refresh();
    },
  });
  const theirs = conflictOf(form.problem, readingStoryView);
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('value')} error={form.errorOf('value')}>
          <TextInput
            name="value"
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <Field label={t('day')} error={form.errorOf('at')}>
          <TextInput name="at" type="date" defaultValue={reading.at} max={today} />
        </Field>
      </div>
      <div>
        <label className="flex items-center gap-3 font-medium">
          <input
            type="checkbox"
            name="withdrawn"
            aria-describedby={hint}
            defaultChecked={reading.withdrawn}
            className="size-5 shrink-0 accent-accent"
          />
          {t('withdraw')}
        </label>
        <p id={hint} className="ml-8 text-12 text-soft">
          {t('withdrawHint')}
        </p>
      </div>
      <Field label={t('reason')} hint={t('reasonHint')} error={form.errorOf('reason')}>
        <TextInput name="reason" autoComplete="off" maxLength={500} />
      </Field>
      <FormProblem form={form} />
      {theirs && <NewerReading reading={theirs} mine={typed} today={today} />}
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-end max-sm:self-stretch"
      >
        {t('submit')}
      </Button>
    </form>
  );
}
