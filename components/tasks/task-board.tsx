'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import { boardColumns, cardBeside, columnBeside, inColumns } from './board-columns.ts';
import { DropTask } from './drop-task.tsx';
import { ReopenTask } from './reopen-task.tsx';
import { TaskColumn } from './task-column.tsx';
import { useBoardSteps } from './use-board-steps.ts';
import { useTaskMoves } from './use-task-moves.ts';

interface Props {
  tasks: readonly TaskView[];
  today: string;
  mayMove?: boolean;
}

/** Promises in columns along the ladder; dragging, arrow keys and the menu of a card take its steps. */
export function TaskBoard({ tasks, today, mayMove = true }: Props) {
  const t = useTranslations('tasks.board');
  const moves = useTaskMoves(tasks);
  const step = useBoardSteps(moves.move);
  const columns = inColumns(moves.tasks);
  const board = useRef<HTMLDivElement>(null);
  const keepFocus = useRef<string | null>(null);
  const dropped = moves.tasks.filter(({ state }) => state === 'dropped').length;
  const focus = (id: string) => {
    const cards = board.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [];
    [...cards].find((card) => card.dataset['task'] === id)?.focus();
  };

  // A card that moved by keyboard is another element now, in another column.
  useLayoutEffect(() => {
    if (keepFocus.current !== null) focus(keepFocus.current);
    keepFocus.current = null;
  });

  function onKey(event: KeyboardEvent, task: TaskView) {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const { key, shiftKey } = event;
    if (!shiftKey) return focusBeside(task, key);
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null;
    if (by === null || task.state === 'dropped' || !mayMove) return;
    const column = columnBeside(task.state, by);
    if (!column) return;
    keepFocus.current = task.id;
    step(task, column);
  }

  function focusBeside(task: TaskView, key: string) {
    const beside = cardBeside(columns, task, key);
    if (beside) focus(beside.id);
  }

  return (
    <div className="flex flex-col gap-3">
      {mayMove && <p className="text-12 text-soft max-sm:hidden">{t('hint')}</p>}
      <div
        ref={board}
        className="-mx-4 grid snap-x snap-mandatory auto-cols-[80%] grid-flow-col gap-3 overflow-x-auto scroll-px-4 px-4 pb-4 sm:mx-0 sm:snap-none sm:auto-cols-[minmax(13rem,1fr)] sm:px-0"
      >
        {boardColumns.map((name) => (
          <TaskColumn
            key={name}
            name={name}
            tasks={columns[name]}
            all={moves.tasks}
            today={today}
            mayMove={mayMove}
            conflictOf={moves.conflictOf}
            onDrop={(task) => step(task, name)}
            onMove={moves.move}
            onSettle={moves.settle}
            onKey={onKey}
          />
        ))}
      </div>
      {moves.dropping && <DropTask task={moves.dropping} onClose={moves.notDropping} />}
      {moves.reopening && <ReopenTask reopening={moves.reopening} onClose={moves.notReopening} />}
      {dropped > 0 && <p className="text-12 text-soft">{t('dropped', { count: dropped })}</p>}
    </div>
  );
}
