import { useTranslations } from 'next-intl';
import type { AgendaView } from '#board/api/meetings.ts';
import type { ApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

interface Props {
  agenda: AgendaView;
  form: Pick<ApiForm, 'errorOf'>;
  label: string;
}

/** When the team meets again: as planned, or as it usually does. [MEET-7] */
export function NextMeetingFields({ agenda, form, label }: Props) {
  const t = useTranslations('meetings.next');
  const { next, today, usualNext } = agenda;
  const planned = next && next.on > today ? next : null;
  return (
    <div className="flex flex-col gap-4">
      <DayField
        name="nextOn"
        label={label}
        error={form.errorOf('nextOn')}
        value={planned?.on ?? null}
        proposed={{ day: usualNext, why: t('usual') }}
        optional
      />
      <Field label={t('time')} error={form.errorOf('nextAt')} optional>
        <TextInput
          type="time"
          name="nextAt"
          defaultValue={planned?.at ?? ''}
          className="max-w-36 tabular-nums"
        />
      </Field>
    </div>
  );
}
