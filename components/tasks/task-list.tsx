'use client';

import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { DropTask } from './drop-task.tsx';
import { ReopenTask } from './reopen-task.tsx';
import { groupTasks, taskGroups } from './group-tasks.ts';
import type { TaskGroup } from './group-tasks.ts';
import { TaskRow } from './task-row.tsx';
import { useTaskMoves } from './use-task-moves.ts';

interface Props {
  tasks: readonly TaskView[];
  today: string;
  /** Off in a list of one's own tasks. */
  owners?: boolean;
  mayMove?: boolean;
  /** Leaves out the groups that ask for nothing now. */
  only?: readonly TaskGroup[];
}

export function TaskList({
  tasks,
  today,
  owners = false,
  mayMove = true,
  only = taskGroups,
}: Props) {
  const t = useTranslations('tasks.groups');
  const moves = useTaskMoves(tasks);
  const groups = groupTasks(moves.tasks, today);
  return (
    <div className="flex flex-col gap-6">
      {moves.dropping && <DropTask task={moves.dropping} onClose={moves.notDropping} />}
      {moves.reopening && <ReopenTask reopening={moves.reopening} onClose={moves.notReopening} />}
      {only
        .filter((name) => groups[name].length > 0)
        .map((name) => (
          <section key={name} className="flex flex-col gap-2">
            <h2 className="flex items-baseline gap-2 text-14 font-semibold">
              {t(name)}
              <span className="text-12 font-normal text-faint tabular-nums">
                {groups[name].length}
              </span>
            </h2>
            <ul className="divide-y divide-line rounded-card border border-line bg-surface">
              {groups[name].map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  group={name}
                  today={today}
                  owner={owners}
                  mayMove={mayMove}
                  conflict={moves.conflictOf(task.id)}
                  onMove={moves.move}
                  onSettle={moves.settle}
                />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
