'use client';

import { Pencil } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { TaskView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { isEffectChecked } from '#board/ladder.ts';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { PersonPicker } from '#components/ui/person-picker.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { readExpectation } from './read-expectation.ts';

type Person = TaskView['owner'];

interface Props {
  task: TaskView;
  members: readonly MemberView[];
}

export function EditTask(props: Props) {
  const t = useTranslations('tasks.edit');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={<Button icon={<Pencil aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <EditForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ task, members, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('tasks.edit');
  const router = useRouter();
  const [due, setDue] = useState(task.due);
  const [owner, setOwner] = useState<Person | null>(task.owner);
  const [buddy, setBuddy] = useState(task.buddy);
  const form = useApiForm({
    method: 'PATCH',
    path: `/tasks/${task.id}`,
    view: taskView,
    body: (values) => ({
      revision: task.revision,
      title: text(values, 'title'),
      // Saying the same again would be taking over what was declined.
      owner: changedOnly(text(values, 'owner'), task.owner.id),
      buddy: changedBuddy(text(values, 'buddy'), task),
      due: text(values, 'due'),
      effect: readExpectation(values, task),
      reason: optionalText(values, 'reason'),
    }),
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('what')} error={form.errorOf('title')}>
        <TextArea name="title" rows={2} defaultValue={task.title} maxLength={500} />
      </Field>
      <Field label={t('who')} error={form.errorOf('owner')}>
        <PersonPicker
          name="owner"
          people={members}
          value={owner}
          onChange={setOwner}
          placeholder={t('whoHint')}
        />
      </Field>
      <Field label={t('buddy')} hint={t('buddyHint')} error={form.errorOf('buddy')} optional>
        <PersonPicker
          name="buddy"
          people={helpers(members, task.buddy, owner)}
          value={buddy}
          onChange={setBuddy}
          placeholder={t('whoHint')}
        />
      </Field>
      <DayField
        name="due"
        label={t('when')}
        error={form.errorOf('due')}
        value={task.due}
        onDay={setDue}
      />
      {due !== task.due && (
        <Field label={t('reason')} hint={t('reasonHint')} error={form.errorOf('reason')} optional>
          <TextInput name="reason" autoComplete="off" maxLength={500} />
        </Field>
      )}
      {!isEffectChecked(task.state) && <ExpectationFields task={task} errorOf={form.errorOf} />}
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}

function changedOnly(value: string, before: string): string | undefined {
  return value === before ? undefined : value;
}

/** Null for nobody any more. */
function changedBuddy(id: string, { buddy }: TaskView): string | null | undefined {
  return id === (buddy?.id ?? '') ? undefined : id || null;
}

/** The team, but for the owner; who helps already may be of another team. */
function helpers(members: readonly Person[], now: Person | null, owner: Person | null): Person[] {
  const others = members.filter(({ id }) => id !== now?.id);
  return [...(now ? [now] : []), ...others].filter(({ id }) => id !== owner?.id);
}
