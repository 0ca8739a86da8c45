import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { changeAction } from '#board/actions.ts';
import type { Action } from '#board/actions.ts';
import { dropAction } from '#board/edits.ts';
import { nextStates } from '#board/ladder.ts';
import type { TaskFact, TaskState } from '#board/facts.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { RungBadge } from '#components/canvas/rung-badge.tsx';
import { ConsentPanel } from '#components/consent/consent-panel.tsx';
import { useFieldWords } from '#components/forms/problem-words.ts';
import { useLadderWord } from '#components/history/use-ladder-word.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DeclineTask } from '#components/tasks/decline-task.tsx';
import { DeclinedLine } from '#components/tasks/declined-line.tsx';
import { ActionFields, actionFields } from './action-fields.tsx';
import { ActionSummary } from './action-summary.tsx';
import { useBoardTools } from './board-tools.tsx';
import { useMayDecline } from './use-may-decline.ts';
import { readActionFields, unreadDays } from './read-action-fields.ts';

interface Props {
  actionId: string;
  onMove: (actionId: string, to: TaskState) => void;
  onCheckEffect: (actionId: string) => void;
  onClose: () => void;
}

/** Everything about one action: a proposal may be filled in, a task moved along the ladder. */
export function ActionDialog({ actionId, onMove, onCheckEffect, onClose }: Props) {
  const t = useTranslations('board.details');
  const { live, may } = useBoardTools();
  const action = useLive(live.actions, actionId);
  const task = useLive(live.tasks, actionId);
  // While the team answers, that comes first.
  const asked = useLive(live.consent, actionId)?.outcome === null;
  const people = useLive(live.people, '');
  const [declining, setDeclining] = useState(false);
  if (task && declining) {
    const giver = people?.find(({ id }) => id === task.given?.by)?.name ?? '';
    return <DeclineTask task={{ ...task, id: task.taskId }} giver={giver} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={task ? t('task') : t('proposal')}
    >
      {task ? (
        <TaskDetails
          task={task}
          onMove={(to) => onMove(actionId, to)}
          onCheckEffect={() => onCheckEffect(actionId)}
          onDecline={() => setDeclining(true)}
        />
      ) : (
        action && (
          <div className="flex flex-col gap-5">
            {asked && <ConsentPanel actionId={actionId} />}
            {may.write ? (
              <ProposalForm action={action} onDone={onClose} />
            ) : (
              <ActionSummary action={action} />
            )}
            {!asked && action.rung !== 'dropped' && <ConsentPanel actionId={actionId} />}
          </div>
        )
      )}
    </Dialog>
  );
}

const everything: ReadonlySet<string> = new Set(actionFields);

function ProposalForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations('board.details');
  const { live, may } = useBoardTools();
  const { board } = live;
  const fieldWords = useFieldWords();
  const [unread, setUnread] = useState<readonly string[]>([]);
  function save(form: HTMLFormElement) {
    const typed = new FormData(form);
    const [first, ...others] = unreadDays(typed);
    if (first !== undefined) {
      setUnread([first, ...others]);
      form.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
      return;
    }
    const fields = readActionFields(typed, action, live.people.get(''));
    board.doc.transact(() => changeAction(board, action.id, fields, action.title));
    onDone();
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <ActionFields
        live={live}
        action={action}
        ask={everything}
        errorOf={(field) =>
          unread.includes(field)
            ? fieldWords({ field, code: 'missing', message: 'is no day' })
            : undefined
        }
        onTouch={(field) => setUnread((now) => now.filter((one) => one !== field))}
        mayMeasure={may.measure}
      />
      <div className="flex flex-wrap justify-between gap-2">
        {action.rung !== 'dropped' && (
          <Button
            variant="quiet"
            onClick={() => {
              board.doc.transact(() => dropAction(board, action.id));
              onDone();
            }}
          >
            {t('drop')}
          </Button>
        )}
        <Button type="submit" variant="primary" className="ml-auto">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

interface TaskProps {
  task: TaskFact;
  onMove: (to: TaskState) => void;
  onCheckEffect: () => void;
  onDecline: () => void;
}

function TaskDetails({ task, onMove, onCheckEffect, onDecline }: TaskProps) {
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
