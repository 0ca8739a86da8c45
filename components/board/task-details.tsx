import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TaskFact, TaskState } from '#board/facts.ts';
import { nextStates } from '#board/ladder.ts';
import { RungBadge } from '#components/canvas/rung-badge.tsx';
import { useLadderWord } from '#components/history/use-ladder-word.ts';
import { DeclinedLine } from '#components/tasks/declined-line.tsx';
import { Button } from '#components/ui/button.tsx';
import { ActionSummary } from './action-summary.tsx';
import { useBoardTools } from './board-tools.tsx';
import { useMayDecline } from './use-may-decline.ts';

interface Props {
  task: TaskFact;
  onMove: (to: TaskState) => void;
  onCheckEffect: () => void;
  onDecline: () => void;
}

/** A promise on its board: where it stands, the steps from there, and the way to its whole story. */
export function TaskDetails({ task, onMove, onCheckEffect, onDecline }: Props) {
  const t = useTranslations('board.details');
  const mayNot = useTranslations('card.action.mayNot');
  const word = useLadderWord();
  const { may } = useBoardTools();
  const mayDecline = useMayDecline(task);
  return (
    <div className="flex flex-col gap-5">
      <div className="self-start">
        <RungBadge rung={task.state} outcome={task.outcome} />
      </div>
      <ActionSummary action={task} />
      {task.declined && <DeclinedLine declined={task.declined} owner={task.owner} />}
      {mayDecline && (
        <Button className="self-start" onClick={onDecline}>
          {t('decline')}
        </Button>
      )}
      {may.promise === 'yes' ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-soft">{t('move')}</span>
          {nextStates(task.state).map((state) => (
            <Button key={state} size="sm" onClick={() => onMove(state)}>
              {word(state)}
            </Button>
          ))}
          {task.state === 'done' && (
            <Button size="sm" variant="primary" onClick={onCheckEffect}>
              {t('check')}
            </Button>
          )}
        </div>
      ) : (
        <p className="text-soft">{mayNot(may.promise)}</p>
      )}
      {may.promise !== 'guest' && (
        <Link
          href={`/tasks/${task.taskId}`}
          className="inline-flex items-center gap-1 self-start text-accent underline underline-offset-2"
        >
          {t('open')}
          <ExternalLink aria-hidden className="size-4" />
        </Link>
      )}
    </div>
  );
}
