'use client';

import { CopyPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { boardView } from '#board/api/boards.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

/** Another board that begins with this snapshot. */
export function CopySnapshot({
  snapshotId,
  boardTitle,
}: {
  snapshotId: string;
  boardTitle: string;
}) {
  const t = useTranslations('history.copy');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('text')}
      trigger={<Button icon={<CopyPlus aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <CopyForm snapshotId={snapshotId} boardTitle={boardTitle} />
    </Dialog>
  );
}

function CopyForm({ snapshotId, boardTitle }: { snapshotId: string; boardTitle: string }) {
  const t = useTranslations('history.copy');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: `/snapshots/${snapshotId}/copy`,
    view: boardView,
    body: (values) => ({ title: text(values, 'title') }),
    onDone: ({ id }) => router.push(`/boards/${id}`),
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('name')} error={form.errorOf('title')}>
        <TextInput
          name="title"
          autoComplete="off"
          maxLength={120}
          defaultValue={t('called', { title: boardTitle }).slice(0, 120)}
        />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
