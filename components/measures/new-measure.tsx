'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { measureView } from '#board/api/measures.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { number, optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

export function NewMeasure({ teamId }: { teamId: string }) {
  const t = useTranslations('teams.newMeasure');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('intro')}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden className="size-4" />}>
          {t('open')}
        </Button>
      }
    >
      <NewMeasureForm teamId={teamId} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function NewMeasureForm({ teamId, onDone }: { teamId: string; onDone: () => void }) {
  const t = useTranslations('teams.newMeasure');
  const direction = useTranslations('words.direction');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: `/teams/${teamId}/measures`,
    view: measureView,
    body: (values) => ({
      name: text(values, 'name'),
      unit: text(values, 'unit'),
      direction: text(values, 'direction'),
      baseline: number(values, 'baseline'),
      target: number(values, 'target'),
      targetBy: optionalText(values, 'targetBy'),
    }),
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} hint={t('nameHint')} error={form.errorOf('name')}>
        <TextInput name="name" autoComplete="off" maxLength={120} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('unit')} optional error={form.errorOf('unit')}>
          <TextInput name="unit" autoComplete="off" placeholder={t('unitExample')} maxLength={30} />
        </Field>
        <Field label={t('direction')} error={form.errorOf('direction')}>
          <Select name="direction" defaultValue="down">
            <option value="down">{direction('down')}</option>
            <option value="up">{direction('up')}</option>
          </Select>
        </Field>
        <Field label={t('baseline')} optional error={form.errorOf('baseline')}>
          <TextInput name="baseline" inputMode="decimal" autoComplete="off" />
        </Field>
        <Field label={t('target')} optional error={form.errorOf('target')}>
          <TextInput name="target" inputMode="decimal" autoComplete="off" />
        </Field>
        <DayField
          name="targetBy"
          label={t('targetBy')}
          optional
          error={form.errorOf('targetBy')}
          value={null}
        />
      </div>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
