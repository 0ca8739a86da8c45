'use client';

import clsx from 'clsx';
import { CalendarClock, Ruler } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { nextCheck } from '#board/holding.ts';
import { Day } from '#components/time/day.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { DeclinedLine } from './declined-line.tsx';
import { dayOf, dayWord } from './group-tasks.ts';
import type { TaskGroup } from './group-tasks.ts';
import { MoveConflictLine } from './move-conflict-line.tsx';
import { StateBadge } from './state-badge.tsx';
import { StateMenu } from './state-menu.tsx';
import type { MoveConflict } from './use-task-moves.ts';

interface Props {
  task: TaskView;
  group: TaskGroup;
  today: string;
  owner: boolean;
  mayMove: boolean;
  /** Whether it is chosen for a step of several. */
  chosen: boolean;
  /** Undefined where rows are only looked at. */
  choosing:
    | {
        readonly onToggle: () => void;
        readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
      }
    | undefined;
  conflict: MoveConflict | undefined;
  onMove: (task: TaskView, state: TaskState) => void;
  onSettle: (taskId: string) => void;
}

export function TaskRow(props: Props) {
  const { task, group, today, owner, mayMove, chosen, choosing, conflict, onMove, onSettle } =
    props;
  const t = useTranslations('tasks');
  const again = nextCheck(task.state, task.holdingChecks);
  return (
    <li data-row={task.id} className={clsx('flex flex-col gap-2 px-4 py-3', chosen && 'bg-sunken')}>
      <div className="flex items-start gap-3">
        {choosing && (
          <input
            type="checkbox"
            aria-label={t('bulk.choose', { title: task.title })}
            checked={chosen}
            onChange={choosing.onToggle}
            onKeyDown={choosing.onKeyDown}
            className="mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
          />
        )}
        {owner && <Avatar person={task.owner} size="sm" />}
        <div className="flex min-w-0 grow flex-col gap-1">
          <Link
            href={`/tasks/${task.id}`}
            data-row-focus
            onKeyDown={choosing?.onKeyDown}
            className={clsx(
              'font-medium hover:underline',
              task.state === 'dropped' && 'text-soft line-through',
            )}
          >
            {task.title}
          </Link>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-soft">
            <DayLabel task={task} group={group} today={today} />
            <Link href={`/boards/${task.boardId}`} className="hover:text-ink hover:underline">
              {task.boardTitle}
            </Link>
            {task.buddy && <span>{t('withBuddy', { name: task.buddy.name })}</span>}
          </p>
        </div>
        {mayMove ? (
          <StateMenu task={task} onMove={(state) => onMove(task, state)} />
        ) : (
          <StateBadge state={task.state} />
        )}
      </div>
      {task.declined && (
        <div className="text-12">
          <DeclinedLine declined={task.declined} owner={task.owner} />
        </div>
      )}
      {group === 'check' && (
        <Link
          href={`/tasks/${task.id}#${again ? 'holding' : 'effect'}`}
          className="inline-flex items-center gap-2 self-start font-medium text-accent hover:underline"
        >
          <Ruler aria-hidden className="size-4" />
          {t(again ? 'checkHolding' : 'checkEffect')}
        </Link>
      )}
      {conflict && (
        <MoveConflictLine
          conflict={conflict}
          onKeepTheirs={() => onSettle(task.id)}
          onMoveAnyway={() => onMove(conflict.theirs, conflict.mine)}
        />
      )}
    </li>
  );
}

function DayLabel({ task, group, today }: { task: TaskView; group: TaskGroup; today: string }) {
  const t = useTranslations('tasks');
  const day = () => <Day day={dayOf(task)} today={today} />;
  const late = group === 'late';
  return (
    <span className={clsx('inline-flex items-center gap-1', late && 'font-medium text-danger')}>
      <CalendarClock aria-hidden className="size-3.5" />
      <span>{t.rich(dayWord(task, group), { day })}</span>
    </span>
  );
}
