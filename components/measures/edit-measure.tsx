'use client';

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { measureView } from '#board/api/measures.ts';
import type { MeasureView } from '#board/api/measures.ts';
import { conflictOf } from '#components/forms/conflict-of.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import type { ApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

type Props = { measure: Omit<MeasureView, 'readings'> };

export function EditMeasure({ measure }: Props) {
  const t = useTranslations('measures.edit');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('intro')}
      trigger={<Button icon={<Pencil aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <EditForm measure={measure} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ measure, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('measures.edit');
  const words = useTranslations('teams.newMeasure');
  const direction = useTranslations('words.direction');
  const router = useRouter();
  const form: ApiForm = useApiForm({
    method: 'PATCH',
    path: `/measures/${measure.id}`,
    view: measureView,
    body: (values) => ({
      // What somebody else made of it was shown: saving once more is said of that.
      revision: conflictOf(form.problem, measureView)?.revision ?? measure.revision,
      name: text(values, 'name'),
      unit: text(values, 'unit'),
      direction: text(values, 'direction'),
      baseline: number(values, 'baseline') ?? null,
    }),
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  const theirs = conflictOf(form.problem, measureView);
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={words('name')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="off" maxLength={120} defaultValue={measure.name} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={words('unit')} optional error={form.errorOf('unit')}>
          <TextInput name="unit" autoComplete="off" maxLength={30} defaultValue={measure.unit} />
        </Field>
        <Field label={words('direction')} error={form.errorOf('direction')}>
          <Select name="direction" defaultValue={measure.direction}>
            <option value="down">{direction('down')}</option>
            <option value="up">{direction('up')}</option>
          </Select>
        </Field>
        <Field label={words('baseline')} optional error={form.errorOf('baseline')}>
          <TextInput
            name="baseline"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={measure.baseline ?? ''}
          />
        </Field>
      </div>
      <FormProblem form={form} />
      {theirs && <Theirs measure={theirs} />}
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

function Theirs({ measure: { name, unit, baseline } }: Props) {
  const t = useTranslations('measures.edit');
  const format = useFormatter();
  const start = baseline === null ? '–' : format.number(baseline);
  return (
    <p className="rounded-card bg-do-pale px-3 py-2 text-do-ink">
      {t('now', { name, unit, baseline: start })}
    </p>
  );
}
