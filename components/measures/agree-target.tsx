'use client';

import { Check } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { targetView } from '#board/api/targets.ts';
import type { TargetView } from '#board/api/targets.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { noon } from '#components/time/noon.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { useToast } from '#components/ui/toast.tsx';

interface Props {
  measureId: string;
  target: TargetView;
  unit: string;
}

export function AgreeTarget({ measureId, target, unit }: Props) {
  const t = useTranslations('measures.targets');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const value = `${format.number(target.value)} ${unit}`.trim();
  const day = target.by && format.dateTime(noon(target.by), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('agreeTitle', { value, day: day ?? '' })}
      description={t('agreeIntro')}
      trigger={
        <Button variant="primary" icon={<Check aria-hidden className="size-4" />}>
          {t('agree')}
        </Button>
      }
    >
      <AgreeForm measureId={measureId} target={target} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function AgreeForm({ measureId, target, onDone }: Omit<Props, 'unit'> & { onDone: () => void }) {
  const t = useTranslations('measures.targets');
  const router = useRouter();
  const say = useToast();
  const form = useApiForm({
    method: 'POST',
    path: `/measures/${measureId}/targets/${target.id}/answer`,
    view: targetView,
    body: (values) => ({ answer: 'agree', why: optionalText(values, 'why') }),
    onDone: () => {
      onDone();
      say({ text: t('agreed') });
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('agreeWhy')} optional error={form.errorOf('why')}>
        <TextArea name="why" rows={2} maxLength={500} />
      </Field>
      <FormFoot form={form}>{t('agree')}</FormFoot>
    </form>
  );
}
