'use client';

import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { BulkStep } from './bulk-steps.ts';
import { BulkTold } from './bulk-told.tsx';
import { DropTask } from './drop-task.tsx';
import { ReopenTask } from './reopen-task.tsx';
import { groupTasks, taskGroups } from './group-tasks.ts';
import type { TaskGroup } from './group-tasks.ts';
import { TaskRow } from './task-row.tsx';
import { useBulkSteps } from './use-bulk-steps.ts';
import { useChosenRows } from './use-chosen-rows.ts';
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
  const bulkWords = useTranslations('tasks.bulk');
  const moves = useTaskMoves(tasks);
  const groups = groupTasks(moves.tasks, today);
  const order = only.flatMap((name) => groups[name].map(({ id }) => id));
  const rows = useChosenRows(mayMove ? order : []);
  const bulk = useBulkSteps(today, moves);
  const chosen = moves.tasks.filter(({ id }) => rows.chosen.has(id));
  const take = async (step: BulkStep) => {
    const taken = await bulk.take(step, chosen);
    // What did not go through stays chosen, to be tried again.
    if (taken) rows.choose([...rows.chosen].filter((id) => !taken.has(id)));
  };
  return (
    <div data-rows className="flex flex-col gap-6">
      {mayMove && order.length > 1 && (
        <p className="text-12 text-soft pointer-coarse:hidden">{bulkWords('hint')}</p>
      )}
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
                  chosen={rows.chosen.has(task.id)}
                  choosing={
                    mayMove
                      ? { onToggle: () => rows.toggle(task.id), onKeyDown: rows.onKeyDown }
                      : undefined
                  }
                  conflict={moves.conflictOf(task.id)}
                  onMove={moves.move}
                  onSettle={moves.settle}
                />
              ))}
            </ul>
          </section>
        ))}
      <div className="sticky bottom-4 z-10 flex flex-col gap-2">
        {mayMove && <BulkTold {...bulk} onUndo={(changes) => void bulk.undo(changes)} />}
        {chosen.length > 0 && (
          <BulkBar
            chosen={chosen}
            count={order.length}
            busy={bulk.busy}
            onStep={take}
            onAll={() => rows.choose(order)}
            onNone={() => rows.choose([])}
          />
        )}
      </div>
    </div>
  );
}
