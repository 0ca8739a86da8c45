import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PromiseView } from '#board/api/meetings.ts';
import { nextCheck } from '#board/holding.ts';
import type { PromiseGroup } from '#board/since-last-time.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { RungBadge } from '#components/canvas/rung-badge.tsx';
import { Day } from '#components/time/day.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';

interface Props {
  task: PromiseView;
  group: PromiseGroup;
  today: string;
  onShow: (actionId: string) => void;
  onNewDay: (actionId: string) => void;
  onHolding: (actionId: string) => void;
}

/** One promise, with the steps that can be taken right here. */
export function PromiseRow({ task, group, today, onShow, ...steps }: Props) {
  const t = useTranslations('meetings');
  const { may } = useBoardTools();
  return (
    <li
      className={clsx(
        'flex flex-col gap-2 rounded-card border bg-surface p-3',
        group === 'late' ? 'border-danger' : 'border-line',
      )}
    >
      <button
        type="button"
        className="self-start rounded-chip text-left font-medium wrap-anywhere hover:underline"
        onClick={() => onShow(task.actionId)}
      >
        {task.title}
      </button>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-soft">
        <span className="flex min-w-0 items-center gap-1.5">
          <Avatar person={task.owner} size="sm" named={false} />
          <span className="truncate">{task.owner.name}</span>
        </span>
        <span className={clsx(group === 'late' && 'font-medium text-danger')}>
          {t.rich(`days.${group}`, { day: () => <Day day={dayOf(task, group)} today={today} /> })}
        </span>
        <RungBadge rung={task.state} outcome={task.outcome} />
      </div>
      {may.promise === 'yes' && <Steps task={task} group={group} {...steps} />}
    </li>
  );
}

function Steps({
  task: { actionId },
  group,
  onNewDay,
  onHolding,
}: Pick<Props, 'task' | 'group' | 'onNewDay' | 'onHolding'>) {
  const t = useTranslations('meetings.deeds');
  const { deeds } = useWorld();
  if (group === 'kept') return null;
  return (
    <div className="flex flex-wrap gap-2">
      {group === 'toCheck' && (
        <Button size="sm" variant="primary" onClick={() => deeds?.checkEffect(actionId)}>
          {t('check')}
        </Button>
      )}
      {group === 'toHold' && (
        <Button size="sm" variant="primary" onClick={() => onHolding(actionId)}>
          {t('hold')}
        </Button>
      )}
      {(group === 'late' || group === 'due' || group === 'ahead') && (
        <>
          <Button size="sm" onClick={() => deeds?.moveTask(actionId, 'done')}>
            {t('done')}
          </Button>
          <Button size="sm" onClick={() => onNewDay(actionId)}>
            {t('day')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => deeds?.moveTask(actionId, 'dropped')}>
            {t('drop')}
          </Button>
        </>
      )}
    </div>
  );
}

/** The day that the group is about. */
function dayOf(task: PromiseView, group: PromiseGroup): string {
  if (group === 'toCheck') return task.effect.checkOn ?? task.due;
  if (group === 'toHold') return nextCheck(task.state, task.holdingChecks)?.dueOn ?? task.due;
  return task.due;
}
