import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { meetingView } from '#board/api/meetings.ts';
import type { AgendaView } from '#board/api/meetings.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { useLive } from '#components/canvas/live-map.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { optionalText } from '#components/forms/form-values.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { PersonPicker } from '#components/ui/person-picker.tsx';
import { NextMeetingFields } from './next-meeting-fields.tsx';
import { plannedIn } from './planned-in.ts';

/** Opens the meeting: who facilitates, and when the team meets after this. */
export function OpenMeeting({ agenda }: { agenda: AgendaView }) {
  const t = useTranslations('meetings.open');
  const { boardId, live, person } = useBoardTools();
  const people = useLive(live.people, '');
  const [facilitator, setFacilitator] = useState(
    () => people.find(({ id }) => id === person.id) ?? null,
  );
  const form = useApiForm({
    method: 'POST',
    path: `/boards/${boardId}/meetings`,
    view: meetingView,
    body: (values) => ({ facilitator: optionalText(values, 'facilitator'), ...plannedIn(values) }),
    onDone: () => {},
  });
  return (
    <form
      {...form.props}
      className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4"
    >
      <p className="text-soft">{t('intro')}</p>
      <Field label={t('facilitator')} error={form.errorOf('facilitator')}>
        <PersonPicker
          name="facilitator"
          people={people}
          value={facilitator}
          onChange={setFacilitator}
        />
      </Field>
      <NextMeetingFields agenda={agenda} form={form} label={t('after')} />
      <FormProblem form={form} />
      <Button type="submit" variant="primary" busy={form.busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
