'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TaskView } from '#board/api/tasks.ts';
import type { MemberView } from '#board/api/teams.ts';
import { Day } from '#components/time/day.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Declining } from './declining.tsx';
import { DropTask } from './drop-task.tsx';
import { ReopenTask } from './reopen-task.tsx';
import { EditTask } from './edit-task.tsx';
import { EffectLine } from './effect-line.tsx';
import { MoveConflictLine } from './move-conflict-line.tsx';
import { StateBadge } from './state-badge.tsx';
import { StateMenu } from './state-menu.tsx';
import { useTaskMoves } from './use-task-moves.ts';

interface Props {
  task: TaskView;
  members: readonly MemberView[];
  today: string;
  mayMove: boolean;
  /** Whether whoever looks may decline it now. */
  mayDecline: boolean;
}

/** The promise itself: who does what by when, and how the team will see it. */
export function TaskHead({ task, members, today, mayMove, mayDecline }: Props) {
  const t = useTranslations('tasks');
  const moves = useTaskMoves([task]);
  const shown = moves.tasks[0] ?? task;
  const conflict = moves.conflictOf(task.id);
  return (
    <header className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {mayMove ? (
          <StateMenu task={shown} onMove={(state) => moves.move(shown, state)} />
        ) : (
          <StateBadge state={shown.state} />
        )}
        <Link href={`/boards/${task.boardId}`} className="text-soft hover:text-ink hover:underline">
          {task.boardTitle}
        </Link>
      </div>
      <div className="flex items-start justify-between gap-4">
        <h1 className="text-28 font-semibold">{shown.title}</h1>
        {mayMove && <EditTask task={shown} members={members} />}
      </div>
      {conflict && (
        <MoveConflictLine
          conflict={conflict}
          onKeepTheirs={() => moves.settle(task.id)}
          onMoveAnyway={() => moves.move(conflict.theirs, conflict.mine)}
        />
      )}
      {moves.dropping && <DropTask task={moves.dropping} onClose={moves.notDropping} />}
      {moves.reopening && <ReopenTask reopening={moves.reopening} onClose={moves.notReopening} />}
      <Declining
        task={shown}
        mayDecline={mayDecline && shown.state === 'agreed'}
        mayMove={mayMove}
      />
      {shown.state === 'dropped' && shown.droppedReason && (
        <p className="rounded-card bg-sunken px-4 py-3 wrap-anywhere whitespace-pre-line">
          <span className="block text-12 text-soft">{t('droppedBecause')}</span>
          {shown.droppedReason}
        </p>
      )}
      <dl
        className={clsx(
          'grid gap-4 rounded-card border border-line bg-surface p-5',
          shown.buddy ? 'sm:grid-cols-2' : 'sm:grid-cols-3',
        )}
      >
        <Fact label={t('owner')}>
          <span className="inline-flex items-center gap-2">
            <Avatar person={shown.owner} size="sm" named={false} />
            {shown.owner.name}
          </span>
        </Fact>
        {shown.buddy && (
          <Fact label={t('buddy')}>
            <span className="inline-flex items-center gap-2">
              <Avatar person={shown.buddy} size="sm" named={false} />
              {shown.buddy.name}
            </span>
          </Fact>
        )}
        <Fact label={t('dueDay')}>
          <Day day={shown.due} today={today} />
        </Fact>
        <Fact label={t('effect')}>
          <EffectLine task={shown} today={today} />
        </Fact>
      </dl>
    </header>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
