'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { NewRound, readNewRound } from './new-round.tsx';

/** What was closed and is to stand open again. */
export interface Reopening {
  readonly task: TaskView;
  readonly to: TaskState;
}

interface Props {
  reopening: Reopening;
  onClose: () => void;
}

/** Opening again what was closed asks by when and what is expected now: the old days have passed. [ACT-30] */
export function ReopenTask({ reopening, onClose }: Props) {
  const t = useTranslations('tasks.reopen');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={reopening.task.title}
    >
      <ReopenForm reopening={reopening} onClose={onClose} />
    </Dialog>
  );
}

function ReopenForm({ reopening: { task, to }, onClose }: Props) {
  const t = useTranslations('tasks.reopen');
  const router = useRouter();
  const form = useApiForm({
    method: 'PATCH',
    path: `/tasks/${task.id}`,
    view: taskView,
    body: (values) => ({ state: to, revision: task.revision, ...readNewRound(values, task) }),
    onDone: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <NewRound task={task} errorOf={form.errorOf} />
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
