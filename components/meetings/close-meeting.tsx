import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { meetingView } from '#board/api/meetings.ts';
import type { AgendaView, MeetingView } from '#board/api/meetings.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import type { ListedAction } from '#components/board/listed-actions.ts';
import { untilSaved } from '#components/board/until-saved.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { optionalText } from '#components/forms/form-values.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { NextMeetingFields } from './next-meeting-fields.tsx';
import { OverrideField } from './override-field.tsx';
import { plannedIn } from './planned-in.ts';
import { PresentList } from './present-list.tsx';
import { UndecidedList } from './undecided-list.tsx';
import { undecidedActions } from './undecided-actions.ts';

interface Props {
  meetingId: string;
  facilitatorId: string;
  actions: readonly ListedAction[];
  agenda: AgendaView;
  onShow: (actionId: string) => void;
  onClosed: (meeting: MeetingView) => void;
}

/** The end of a meeting: nothing is silently left undecided. [MEET-4] */
export function CloseMeeting(props: Props) {
  const { meetingId, facilitatorId, actions, agenda, onShow, onClosed } = props;
  const t = useTranslations('meetings.close');
  const { may, person, connection } = useBoardTools();
  const [notSaved, setNotSaved] = useState(false);
  const decisions = undecidedActions(actions, agenda.today);
  const left = decisions.open.length;
  const form = useApiForm({
    method: 'POST',
    path: `/meetings/${meetingId}/close`,
    view: meetingView,
    body: (values) => ({ ...plannedIn(values), override: optionalText(values, 'override') }),
    onDone: onClosed,
  });
  /** The server decides by what is on disk, so that what was decided just now has to be there. */
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = event.currentTarget;
    setNotSaved(false);
    if (connection.state.saving.is === 'saved') return form.props.onSubmit(event);
    if (await untilSaved(connection)) typed.requestSubmit();
    else setNotSaved(true);
  }
  return (
    <>
      <UndecidedList
        decisions={decisions}
        today={agenda.today}
        later={agenda.next?.on ?? agenda.usualNext}
        onShow={onShow}
      />
      <PresentList meetingId={meetingId} />
      <form
        {...form.props}
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-5 border-t border-line pt-5"
      >
        <NextMeetingFields agenda={agenda} form={form} label={t('next')} />
        {left > 0 && (may.override || facilitatorId === person.id) && (
          <OverrideField count={left} error={form.errorOf('override')} />
        )}
        <FormProblem form={form} />
        {notSaved && (
          <p role="alert" className="rounded-card bg-danger-pale px-3 py-2 text-danger">
            {t('notSaved')}
          </p>
        )}
        <Button type="submit" variant="primary" busy={form.busy}>
          {t('submit')}
        </Button>
        <p className="text-12 text-soft">{t('what')}</p>
      </form>
    </>
  );
}
