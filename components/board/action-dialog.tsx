import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TaskState } from '#board/facts.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { ConsentPanel } from '#components/consent/consent-panel.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DeclineTask } from '#components/tasks/decline-task.tsx';
import { ActionSummary } from './action-summary.tsx';
import { useBoardTools } from './board-tools.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { TaskDetails } from './task-details.tsx';

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
