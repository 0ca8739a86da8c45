import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { may } from '#board/access.ts';
import type { BoardView } from '#board/api/boards.ts';
import { helpRequestView } from '#board/api/help.ts';
import { listOf } from '#board/api/problem.ts';
import { memberView } from '#board/api/teams.ts';
import type { MemberView } from '#board/api/teams.ts';
import { callApi } from '#components/api/call-api.ts';
import type { HelpAbout } from '#components/canvas/canvas-world.tsx';
import { FormFoot } from '#components/forms/form-foot.tsx';
import { optionalText, text } from '#components/forms/form-values.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { DayField } from '#components/time/day-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  board: BoardView;
  /** Null for the whole board. */
  about: HelpAbout | null;
  today: string;
  onClose: () => void;
}

/** A manager or coach is asked for help, to be answered by a day. [REV-7] */
export function AskHelpDialog(props: Props) {
  const { board, about, onClose } = props;
  const t = useTranslations('board.askHelp');
  const words = useProblemWords();
  const { people, problem } = useAskable(board.teamId);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={about?.text || board.title}
    >
      {problem && <p role="alert">{words(problem)}</p>}
      {!problem && !people && <Skeleton className="h-48" />}
      {people?.length === 0 && <p className="text-soft">{t('nobody')}</p>}
      {people && people.length > 0 && <AskForm {...props} people={people} />}
    </Dialog>
  );
}

function AskForm({ board, about, today, people, onClose }: Props & { people: MemberView[] }) {
  const t = useTranslations('board.askHelp');
  const role = useTranslations('words.role');
  const say = useToast();
  const form = useApiForm({
    ...{ method: 'POST', path: `/boards/${board.id}/help-requests`, view: helpRequestView },
    body: (values) => ({
      of: text(values, 'of'),
      text: text(values, 'text'),
      by: optionalText(values, 'by'),
      ...(about && { card: about.id }),
    }),
    onDone: ({ askedOf }) => {
      say({ text: t('asked', { name: askedOf.name }) });
      onClose();
    },
  });
  return (
    <form {...form.props} className="flex flex-col gap-5">
      <Field label={t('of')} error={form.errorOf('of')}>
        <Select name="of">
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {`${person.name} (${role(person.role)})`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('what')} error={form.errorOf('text')}>
        <TextArea name="text" rows={3} maxLength={2000} />
      </Field>
      <DayField
        name="by"
        label={t('by')}
        today={today}
        value={null}
        error={form.errorOf('by')}
        offer={['friday', 'week', 'fortnight']}
      />
      <FormFoot form={form}>{t('submit')}</FormFoot>
    </form>
  );
}

/** Managers and coaches of the team, but oneself. */
function useAskable(teamId: string): { people?: MemberView[]; problem?: Refused } {
  const { person } = useBoardTools();
  const [found, setFound] = useState<{ people?: MemberView[]; problem?: Refused }>({});
  useEffect(() => {
    const path = `/teams/${teamId}/members`;
    void callApi({ method: 'GET', path, view: listOf(memberView) }).then((answer) => {
      if (!answer.ok) return setFound({ problem: answer.problem });
      const askable = ({ id, role }: MemberView) => id !== person.id && may([role], 'help.answer');
      setFound({ people: answer.value.items.filter(askable) });
    });
  }, [teamId, person.id]);
  return found;
}
