'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import type { BoardColumn } from './board-columns.ts';
import { stateLooks } from './state-looks.ts';
import { CARD_TYPE, TaskCard } from './task-card.tsx';
import type { MoveConflict } from './use-task-moves.ts';

interface Props {
  name: BoardColumn;
  tasks: readonly TaskView[];
  /** Those of every column, for finding the one that is dropped here. */
  all: readonly TaskView[];
  today: string;
  mayMove: boolean;
  conflictOf: (taskId: string) => MoveConflict | undefined;
  onDrop: (task: TaskView) => void;
  onMove: (task: TaskView, state: TaskState) => void;
  onSettle: (taskId: string) => void;
  onKey: (event: KeyboardEvent, task: TaskView) => void;
}

export function TaskColumn(props: Props) {
  const { name, tasks, all, today, mayMove, conflictOf, onDrop, onMove, onSettle, onKey } = props;
  const t = useTranslations('tasks.board');
  const word = useTranslations('words.state');
  const headingId = useId();
  const [over, setOver] = useState(false);
  const { Icon } = stateLooks[name];

  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes(CARD_TYPE)) return;
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent) {
    setOver(false);
    const id = event.dataTransfer.getData(CARD_TYPE);
    const task = all.find((one) => one.id === id);
    if (!task) return;
    event.preventDefault();
    onDrop(task);
  }

  return (
    <section
      aria-labelledby={headingId}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'flex min-h-40 snap-start flex-col gap-2 rounded-card p-2',
        over ? 'bg-accent-pale outline-2 outline-accent' : 'bg-sunken',
      )}
    >
      <h2 id={headingId} className="flex items-center gap-2 px-1 py-1 font-semibold">
        <Icon aria-hidden className="size-4 shrink-0 text-soft" />
        {word(name)}
        <span
          className="ml-auto text-12 font-normal text-faint tabular-nums"
          aria-label={t('count', { count: tasks.length })}
          role="img"
        >
          {tasks.length}
        </span>
      </h2>
      {tasks.length === 0 && <p className="px-1 text-12 text-faint">{t('empty')}</p>}
      <ul className="flex flex-col gap-2">
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            today={today}
            mayMove={mayMove}
            conflict={conflictOf(task.id)}
            onMove={onMove}
            onSettle={onSettle}
            onKey={onKey}
          />
        ))}
      </ul>
    </section>
  );
}
