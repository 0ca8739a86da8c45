import { useTimeZone, useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { addDays, dayIn } from '#board/calendar.ts';
import { optionalText } from '#components/forms/form-values.ts';
import { DayField } from '#components/time/day-field.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { readExpectation } from './read-expectation.ts';

const DUE_DAYS = 14;
const CHECK_DAYS = 42;

interface Props {
  task: TaskView;
  errorOf: (field: string) => string | undefined;
}

/** By when, and what is expected, in the round of work that begins anew; days that have passed are proposed anew. [ACT-30] */
export function NewRound({ task, errorOf }: Props) {
  const t = useTranslations('tasks.reopen');
  const today = dayIn(useTimeZone() ?? 'UTC', new Date());
  const why = t('proposed');
  const due = task.due < today ? null : task.due;
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 text-soft">{t('round')}</legend>
      <DayField
        name="due"
        label={t('due')}
        error={errorOf('due')}
        value={due}
        proposed={{ day: addDays(today, DUE_DAYS), why }}
        offer={['friday', 'week', 'fortnight']}
      />
      <ExpectationFields
        task={{ ...task, prediction: null }}
        errorOf={errorOf}
        look={{ from: today, proposed: { day: addDays(today, CHECK_DAYS), why } }}
      />
    </fieldset>
  );
}

/** What was filled in there, where it differs from what the task has. */
export function readNewRound(
  values: FormData,
  task: TaskView,
): { due: string | undefined; effect: unknown } {
  return { due: optionalText(values, 'due'), effect: readExpectation(values, task) };
}
