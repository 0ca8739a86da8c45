import { useTranslations } from 'next-intl';
import { taskView } from '#board/api/tasks.ts';
import type { TaskFact } from '#board/facts.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  actionId: string;
  onClose: () => void;
}

/** Another day for a promise, with the reason that its story keeps. [ACT-20] */
export function NewDayDialog({ actionId, onClose }: Props) {
  const t = useTranslations('meetings.newDay');
  const { live } = useBoardTools();
  const task = useLive(live.tasks, actionId);
  if (!task) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={task.title}
    >
      <NewDayForm task={task} onDone={onClose} />
    </Dialog>
  );
}

function NewDayForm({ task, onDone }: { task: TaskFact; onDone: () => void }) {
  const t = useTranslations('meetings.newDay');
  const { live } = useBoardTools();
  const say = useToast();
  const next = useLive(live.nextMeeting, '');
  const form = useApiForm({
    method: 'PATCH',
    path: `/tasks/${task.taskId}`,
    view: taskView,
    body: (values) => ({
      due: text(values, 'due'),
      reason: optionalText(values, 'reason'),
      revision: task.revision,
    }),
    onDone: ({ title }) => {
      say({ text: t('saved', { title }) });
      onDone();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <DayField
        name="due"
        label={t('day')}
        error={form.errorOf('due')}
        value={null}
        proposed={next ? { day: next.on, why: t('nextMeeting') } : undefined}
        offer={['friday', 'week', 'fortnight']}
      />
      <Field label={t('reason')} hint={t('reasonHint')} error={form.errorOf('reason')} optional>
        <TextArea name="reason" rows={2} maxLength={500} />
      </Field>
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}
