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
  /** Whoever gets it back. */
  giver: string;
  onClose: () => void;
}

/** Not taking on what somebody else promised in my name: I say why, and it goes back to them. [ACT-40] */
export function DeclineTask({ task, giver, onClose }: Props) {
  const t = useTranslations('tasks.decline');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={task.title}
    >
      <DeclineForm task={task} giver={giver} onClose={onClose} />
    </Dialog>
  );
}

function DeclineForm({ task, giver, onClose }: Props) {
  const t = useTranslations('tasks.decline');
  const router = useRouter();
  const form = useApiForm({
    method: 'POST',
    path: `/tasks/${task.id}/decline`,
    view: taskView,
    body: (values) => ({ revision: task.revision, reason: text(values, 'reason') }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <p>{t('back', { name: giver })}</p>
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
