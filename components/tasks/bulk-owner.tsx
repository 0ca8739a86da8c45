import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { listOf } from '#board/api/problem.ts';
import { memberView } from '#board/api/teams.ts';
import type { MemberView } from '#board/api/teams.ts';
import { callApi } from '#components/api/call-api.ts';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { PersonPicker } from '#components/ui/person-picker.tsx';
import type { BulkStep } from './bulk-steps.ts';

interface Props {
  count: number;
  /** The team of all of them; null when they are of several, in which nobody need be in all. */
  teamId: string | null;
  onOwner: (step: BulkStep) => Promise<void>;
  onClose: () => void;
}

/** Hands several promises over to one person of their team. [ACT-45] */
export function BulkOwner({ count, teamId, onOwner, onClose }: Props) {
  const t = useTranslations('tasks.bulk');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('ownerTitle', { count })}>
      {teamId === null ? (
        <p>{t('severalTeams')}</p>
      ) : (
        <OwnerForm teamId={teamId} onOwner={onOwner} />
      )}
    </Dialog>
  );
}

function OwnerForm({ teamId, onOwner }: { teamId: string; onOwner: Props['onOwner'] }) {
  const t = useTranslations('tasks');
  const fieldWords = useFieldWords();
  const { members, problem } = useMembers(teamId);
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(null);
  const [missing, setMissing] = useState(false);
  const error = { field: 'owner', code: 'missing', message: 'name one person' };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!owner) return setMissing(true);
        void onOwner({ is: 'owner', owner: owner.id });
      }}
    >
      <Field label={t('edit.who')} error={missing && !owner ? fieldWords(error) : undefined}>
        <PersonPicker
          name="owner"
          people={members}
          value={owner}
          onChange={setOwner}
          placeholder={t('edit.whoHint')}
        />
      </Field>
      <p role="alert" className={problem && 'rounded-card bg-danger-pale px-3 py-2 text-danger'}>
        {problem}
      </p>
      <Button type="submit" variant="primary" className="self-end max-sm:self-stretch">
        {t('bulk.owner')}
      </Button>
    </form>
  );
}

/** The people of a team, once they have come. */
function useMembers(teamId: string): { members: readonly MemberView[]; problem: string } {
  const words = useProblemWords();
  const [found, setFound] = useState<readonly MemberView[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let here = true;
    const path = `/teams/${teamId}/members`;
    void callApi({ method: 'GET', path, view: listOf(memberView) }).then((answer) => {
      if (!here) return;
      if (answer.ok) setFound(answer.value.items);
      else setProblem(words(answer.problem));
    });
    return () => {
      here = false;
    };
  }, [teamId, words]);
  return { members: found, problem };
}
