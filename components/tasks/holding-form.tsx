'use client';

import { CircleCheck, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { taskView } from '#board/api/tasks.ts';
import type { HoldingCheckView, TaskStoryView } from '#board/api/tasks.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { number, optionalText } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { useFocusFirst } from '#components/forms/use-focus-first.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { ExpectedBox } from './expected-box.tsx';
import { NewRound, readNewRound } from './new-round.tsx';

interface Props {
  task: TaskStoryView;
  check: HoldingCheckView;
  /** Before the check's day: one may say that it slipped back, not yet that it held. */
  early: boolean;
  focused?: boolean;
}

/** Does it still work? Before its day the question waits behind a button. */
export function HoldingForm(props: Props) {
  const t = useTranslations('tasks.holding');
  const [asked, setAsked] = useState(!props.early);
  if (asked) return <Form {...props} />;
  return (
    <Button
      className="self-start"
      icon={<Undo2 aria-hidden className="size-4" />}
      onClick={() => setAsked(true)}
    >
      {t('slippedAlready')}
    </Button>
  );
}

function Form({ task, check, early, focused = false }: Props) {
  const t = useTranslations('tasks.holding');
  const router = useRouter();
  const [slipped, setSlipped] = useState(false);
  const form = useApiForm({
    method: 'POST',
    path: `/tasks/${task.id}/holding-checks/${check.id}`,
    view: taskView,
    body: (values) => ({
      revision: task.revision,
      held: early ? false : verdict(values),
      reading: number(values, 'reading'),
      observation: optionalText(values, 'observation'),
      note: optionalText(values, 'note'),
      ...(early || verdict(values) === false ? readNewRound(values, task) : {}),
    }),
    onDone: () => router.refresh(),
  });
  useFocusFirst(form.props.ref, focused);
  const options = [
    { value: 'held', label: t('held'), Icon: CircleCheck },
    { value: 'relapsed', label: t('relapsed'), Icon: Undo2 },
  ];
  return (
    <form
      {...form.props}
      onChange={(event) => setSlipped(verdict(new FormData(event.currentTarget)) === false)}
      aria-label={t(early ? 'slippedAlready' : 'ask')}
      className="flex flex-col gap-5 rounded-card border border-check bg-surface p-5"
    >
      <h3 className="text-16 font-semibold">{t(early ? 'slippedAlready' : 'ask')}</h3>
      <div className="grid gap-5 sm:grid-cols-2">
        <ExpectedBox task={task} />
        <EvidenceField
          // What was read before it slipped back says nothing about it.
          task={early ? { ...task, newestReading: null } : task}
          errorOf={form.errorOf}
        />
      </div>
      {!early && (
        <ChoiceRow
          name="held"
          legend={t('verdict')}
          options={options}
          error={form.errorOf('held')}
        />
      )}
      <Field label={t('note')} hint={t('noteHint')} error={form.errorOf('note')} optional>
        <TextArea name="note" rows={2} maxLength={2000} />
      </Field>
      {(early || slipped) && <NewRound task={task} errorOf={form.errorOf} />}
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-start max-sm:self-stretch"
      >
        {t(early ? 'reopen' : 'submit')}
      </Button>
    </form>
  );
}

/** Undefined when neither was chosen: the server then asks for it. */
function verdict(values: FormData): boolean | undefined {
  const chosen = optionalText(values, 'held');
  return chosen === undefined ? undefined : chosen === 'held';
}
