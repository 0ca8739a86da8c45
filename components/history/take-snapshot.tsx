'use client';

import { Camera } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { snapshotView } from '#board/api/snapshots.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

export function TakeSnapshot({ boardId }: { boardId: string }) {
  const t = useTranslations('history.take');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('intro')}
      trigger={
        <Button variant="primary" icon={<Camera aria-hidden className="size-4" />}>
          {t('open')}
        </Button>
      }
    >
      <TakeForm boardId={boardId} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function TakeForm({ boardId, onDone }: { boardId: string; onDone: () => void }) {
  const t = useTranslations('history.take');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: `/boards/${boardId}/snapshots`,
    view: snapshotView,
    body: (values) => ({ title: optionalText(values, 'title') }),
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} hint={t('nameHint')} optional error={form.errorOf('title')}>
        <TextInput name="title" autoComplete="off" maxLength={120} />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
