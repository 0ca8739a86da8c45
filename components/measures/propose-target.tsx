'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { targetView } from '#board/api/targets.ts';
import type { TargetView } from '#board/api/targets.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { number, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

interface Props {
  measureId: string;
  unit: string;
  today: string;
  /** The proposal that this one answers. */
  counters?: TargetView;
}

export function ProposeTarget(props: Props) {
  const t = useTranslations('measures.targets');
  const [open, setOpen] = useState(false);
  const { counters } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t(counters ? 'counterTitle' : 'proposeTitle')}
      description={t(counters ? 'counterIntro' : 'proposeIntro')}
      trigger={<Button>{t(counters ? 'counter' : 'propose')}</Button>}
    >
      <ProposeForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ProposeForm({ measureId, unit, today, counters, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('measures.targets');
  const router = useRouter();
  const say = useToast();
  const targets = `/measures/${measureId}/targets`;
  const form = useApiForm({
    method: 'POST',
    path: counters ? `${targets}/${counters.id}/answer` : targets,
    view: targetView,
    body: (values) => ({
      ...(counters && { answer: 'counter' }),
      value: number(values, 'value'),
      by: text(values, 'by'),
      why: text(values, 'why'),
    }),
    onDone: () => {
      onDone();
      say({ text: t('proposed') });
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('value')} error={form.errorOf('value')}>
          <TextInput
            name="value"
            inputMode="decimal"
            autoComplete="off"
            placeholder={unit}
            defaultValue={counters?.value}
          />
        </Field>
        <DayField
          today={today}
          name="by"
          label={t('by')}
          error={form.errorOf('by')}
          value={counters?.by ?? null}
        />
      </div>
      <Field label={t('why')} hint={t('whyHint')} error={form.errorOf('why')}>
        <TextArea name="why" rows={2} maxLength={500} />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
