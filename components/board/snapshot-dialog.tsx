import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { snapshotView } from '#board/api/snapshots.ts';
import { callApi } from '#components/api/call-api.ts';
import { optionalText } from '#components/forms/form-values.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { useBoardTools } from './board-tools.tsx';
import { untilSaved } from './until-saved.ts';

/** Keeps the board as it is now, for good. */
export function SnapshotDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('history.take');
  return (
    <Dialog
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      <TakeForm onDone={onClose} />
    </Dialog>
  );
}

function TakeForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('history.take');
  const { busy, problem, take } = useTaking(onDone);
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void take(optionalText(new FormData(event.currentTarget), 'title'));
      }}
    >
      <Field label={t('name')} hint={t('nameHint')} optional>
        <TextInput name="title" autoComplete="off" maxLength={120} />
      </Field>
      <div role="alert">
        {problem && <p className="rounded-card bg-danger-pale px-3 py-2 text-danger">{problem}</p>}
      </div>
      <Button type="submit" variant="primary" busy={busy} className="self-end max-sm:self-stretch">
        {t('submit')}
      </Button>
    </form>
  );
}

/** The server takes what it has on disk, so what was just written has to be there first. */
function useTaking(onDone: () => void) {
  const t = useTranslations('board.snapshot');
  const words = useProblemWords();
  const { boardId, connection } = useBoardTools();
  const router = useRouter();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function send(title: string | undefined): Promise<string> {
    if (!(await untilSaved(connection))) return t('notSaved');
    const path = `/boards/${boardId}/snapshots`;
    const answer = await callApi({ method: 'POST', path, body: { title }, view: snapshotView });
    if (!answer.ok) return words(answer.problem);
    const { id, number } = answer.value;
    const action = { label: t('show'), onSelect: () => router.push(`/snapshots/${id}`) };
    say({ text: t('taken', { number }), action });
    onDone();
    return '';
  }

  async function take(title: string | undefined): Promise<void> {
    setBusy(true);
    setProblem(await send(title));
    setBusy(false);
  }

  return { busy, problem, take };
}
