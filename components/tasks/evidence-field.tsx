'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { reached } from '#board/effect-gate.ts';
import { readNumber } from '#components/board/read-number.ts';
import { Day } from '#components/time/day.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { ReachedMark } from './reached-mark.tsx';

interface Props {
  task: Pick<TaskStoryView, 'effect' | 'prediction' | 'newestReading'>;
  errorOf: (field: string) => string | undefined;
}

/** What somebody sees now: the measure's value, or words. */
export function EvidenceField({ task, errorOf }: Props) {
  const t = useTranslations('tasks.effectCheck');
  if (task.effect.measureName !== undefined) return <ReadingField task={task} errorOf={errorOf} />;
  return (
    <Field label={t('observation')} error={errorOf('observation')}>
      <TextArea name="observation" rows={2} maxLength={2000} />
    </Field>
  );
}

/** Holds the newest reading to begin with, and says while one types whether it is what was expected. */
function ReadingField({ task, errorOf }: Props) {
  const t = useTranslations('tasks.effectCheck');
  const format = useFormatter();
  const { newestReading, effect, prediction } = task;
  const [typed, setTyped] = useState(() =>
    newestReading
      ? format.number(newestReading.value, { useGrouping: false, maximumFractionDigits: 20 })
      : '',
  );
  const value = readNumber(typed);
  const expected = prediction ? prediction.expected : effect.expected;
  const unit = effect.unit ? ` (${effect.unit})` : '';
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t('reading')}
        hint={
          <>
            {effect.measureName}
            {unit}
            {newestReading && (
              <>
                {' · '}
                {t.rich('newest', { day: () => <Day day={newestReading.at} /> })}
              </>
            )}
          </>
        }
        error={errorOf('reading')}
      >
        <TextInput
          name="reading"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <div aria-live="polite">
        {typeof value === 'number' && expected !== undefined && effect.direction && (
          <ReachedMark reached={reached(effect.direction, expected, value)} />
        )}
      </div>
    </div>
  );
}
