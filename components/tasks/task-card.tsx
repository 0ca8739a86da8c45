'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { CardDay } from './card-day.tsx';
import { DeclinedLine } from './declined-line.tsx';
import { MoveConflictLine } from './move-conflict-line.tsx';
import { StateMenu } from './state-menu.tsx';
import type { MoveConflict } from './use-task-moves.ts';

/** What a dragged card carries: the id of its task, for our columns alone. */
export const CARD_TYPE = 'application/x-verbeterbord-task';

interface Props {
  task: TaskView;
  today: string;
  mayMove: boolean;
  conflict: MoveConflict | undefined;
  onMove: (task: TaskView, state: TaskState) => void;
  onSettle: (taskId: string) => void;
  onKey: (event: KeyboardEvent, task: TaskView) => void;
}

export function TaskCard({ task, today, mayMove, conflict, onMove, onSettle, onKey }: Props) {
  const t = useTranslations('tasks');
  return (
    <li
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(CARD_TYPE, task.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="flex flex-col gap-2 rounded-card border border-line bg-surface p-3 has-[a:focus-visible]:border-focus"
    >
      <Link
        href={`/tasks/${task.id}`}
        data-task={task.id}
        // The card is what is dragged, not its address.
        draggable={false}
        onKeyDown={(event) => onKey(event, task)}
        className="font-medium break-words hover:underline"
      >
        {task.title}
      </Link>
      <CardDay task={task} today={today} />
      <div className="flex items-center gap-2">
        <Avatar person={task.owner} size="sm" named={false} />
        <span className="min-w-0 truncate text-12 text-soft">{task.owner.name}</span>
        {task.buddy && (
          <span className="min-w-0 truncate text-12 text-faint">
            {t('withBuddy', { name: task.buddy.name })}
          </span>
        )}
      </div>
      {task.declined && (
        <div className="text-12">
          <DeclinedLine declined={task.declined} owner={task.owner} />
        </div>
      )}
      {mayMove && <StateMenu task={task} onMove={(state) => onMove(task, state)} />}
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
