import { useTranslations } from 'next-intl';
import { useFieldWords, useProblemWords } from '#components/forms/problem-words.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { Button } from '#components/ui/button.tsx';
import type { BulkOutcome, NotTaken } from './use-bulk-steps.ts';

interface Props {
  outcome: BulkOutcome | null;
  problem: Refused | null;
  busy: boolean;
  onUndo: (changes: BulkOutcome['undo']) => void;
}

/** Says aloud what came of a step for several promises; it is there before, so that it is heard. [ACT-45] */
export function BulkTold({ outcome, problem, busy, onUndo }: Props) {
  const t = useTranslations('tasks.bulk');
  const problemWords = useProblemWords();
  const silent = !outcome && !problem;
  return (
    <div
      role="status"
      className={
        silent
          ? 'sr-only'
          : 'flex flex-col gap-2 rounded-card border border-line bg-surface px-4 py-3 wrap-anywhere shadow-paper'
      }
    >
      {problem && <p className="text-danger">{problemWords(problem)}</p>}
      {outcome && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="font-medium">
            {t(`told.${outcome.is}`, { count: outcome.taken })}{' '}
            {outcome.left > 0 && (
              <span className="font-normal text-soft">{t('left', { count: outcome.left })}</span>
            )}
          </p>
          {outcome.undo.length > 0 && (
            <Button size="sm" busy={busy} onClick={() => onUndo(outcome.undo)}>
              {t('undo', { count: outcome.undo.length })}
            </Button>
          )}
        </div>
      )}
      {outcome && outcome.refused.length > 0 && (
        <ul className="flex flex-col gap-1">
          {outcome.refused.map((one, index) => (
            <li key={index}>
              <Why one={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Why({ one: { title, problem } }: { one: NotTaken }) {
  const t = useTranslations('tasks.bulk');
  const problemWords = useProblemWords();
  const fieldWords = useFieldWords();
  const [first] = problem.errors ?? [];
  if (problem.code === 'conflict') return t('changedMeanwhile', { title });
  const why = first
    ? fieldWords(first)
    : problemWords({ type: 'about:blank', title: '', status: 0, code: problem.code });
  return t('notTaken', { title, why });
}
