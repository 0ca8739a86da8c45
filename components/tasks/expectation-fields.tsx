import { useFormatter, useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface Props {
  task: TaskView;
  errorOf: (field: string) => string | undefined;
  /** For a round that begins anew: a day to look before `from` has passed, another one is proposed. */
  look?: {
    readonly from: string;
    readonly proposed: { readonly day: string; readonly why: string };
  };
}

/** What is expected and when the team looks; once the work began, the first expectation stays beside a new one. */
export function ExpectationFields({ task: { effect, prediction }, errorOf, look }: Props) {
  const t = useTranslations('tasks.edit');
  const format = useFormatter();
  const { measureName, unit, expected, observation, checkOn } = effect;
  const hint = prediction ? t('expectedHint') : undefined;
  const plain = { useGrouping: false, maximumFractionDigits: 20 };
  return (
    <>
      {measureName === undefined ? (
        <Field label={t('expectedWords')} hint={hint} error={errorOf('effect.observation')}>
          <TextInput
            name="effect.observation"
            autoComplete="off"
            maxLength={500}
            defaultValue={observation}
          />
        </Field>
      ) : (
        <Field
          label={t('expected', { measure: unit ? `${measureName} (${unit})` : measureName })}
          hint={hint}
          error={errorOf('effect.expected')}
        >
          <TextInput
            name="effect.expected"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={expected === undefined ? '' : format.number(expected, plain)}
          />
        </Field>
      )}
      <DayField
        name="effect.checkOn"
        label={t('checkOn')}
        error={errorOf('effect.checkOn')}
        value={checkOn === undefined || (look && checkOn < look.from) ? null : checkOn}
        proposed={look?.proposed}
      />
    </>
  );
}
