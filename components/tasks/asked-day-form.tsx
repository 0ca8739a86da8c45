'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.tsx';

// Somebody came for this field.
const focusAtOnce = (input: HTMLInputElement | null) => input?.focus();

/** Chooses another due day, as a link in a mail asked for. */
export function AskedDayForm({ task }: { task: TaskView }) {
  const t = useTranslations('tasks.asked');
  const router = useRouter();
  const say = useToast();
  const form = useApiForm({
    method: 'PATCH',
    path: `/tasks/${task.id}`,
    view: taskView,
    body: (values) => ({ due: text(values, 'due'), revision: task.revision }),
    onDone: () => {
      say({ text: t('daySaved', { title: task.title }) });
      // Without what the mail asked for: that is done.
      router.replace(`/tasks/${task.id}`);
      router.refresh();
    },
  });
  return (
    <form
      {...form.props}
      aria-labelledby="asked-step"
      className="flex flex-col gap-4 rounded-card border border-accent bg-surface p-5"
    >
      <h2 id="asked-step" className="text-16 font-semibold">
        {t('day')}
      </h2>
      <div className="max-w-80">
        <DayField
          ref={focusAtOnce}
          name="due"
          label={t('dayLabel')}
          error={form.errorOf('due')}
          value={task.due}
          offer={['friday', 'week', 'fortnight']}
        />
      </div>
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-start max-sm:self-stretch"
      >
        {t('daySubmit')}
      </Button>
    </form>
  );
}
