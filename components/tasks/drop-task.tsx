'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { taskView } from '#board/api/tasks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';

interface Props {
  task: { readonly id: string; readonly title: string; readonly revision: number };
  onClose: () => void;
}

/** Letting go of a promise: nobody does that without saying why. [ACT-20] */
export function DropTask({ task, onClose }: Props) {
  const t = useTranslations('tasks.drop');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={task.title}
    >
      <DropForm task={task} onClose={onClose} />
    </Dialog>
  );
}

function DropForm({ task, onClose }: Props) {
  const t = useTranslations('tasks.drop');
  const router = useRouter();
  const form = useApiForm({
    method: 'PATCH',
    path: `/tasks/${task.id}`,
    view: taskView,
    body: (values) => ({
      ...{ state: 'dropped', revision: task.revision, reason: text(values, 'reason') },
    }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('why')} hint={t('whyHint')} error={form.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={500} />
      </Field>
      <FormProblem form={form} />
      <div className="flex justify-end gap-2 max-sm:flex-col-reverse">
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button type="submit" variant="primary" busy={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
