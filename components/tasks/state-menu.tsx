'use client';

import { ChevronDown, Ruler } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TaskView } from '#board/api/tasks.ts';
import type { TaskState } from '#board/facts.ts';
import { mayCheckEffect, nextStates } from '#board/ladder.ts';
import { nextCheck } from '#board/holding.ts';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { StateBadge } from './state-badge.tsx';
import { stateLooks } from './state-looks.ts';

interface Props {
  task: TaskView;
  onMove: (state: TaskState) => void;
}

/** Where a task is on the ladder, and where it may go from there. */
export function StateMenu({ task, onMove }: Props) {
  const t = useTranslations('tasks');
  const word = useTranslations('words.state');
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('stateOf', { title: task.title, state: word(task.state) })}
          className="-my-1.5 inline-flex min-h-8 shrink-0 items-center gap-1 rounded-chip hover:bg-hover pointer-coarse:min-h-11"
        >
          <StateBadge state={task.state} />
          <ChevronDown aria-hidden className="mr-1 size-3.5 text-faint" />
        </button>
      }
    >
      {nextStates(task.state).map((state) => {
        const { Icon } = stateLooks[state];
        return (
          <MenuItem
            key={state}
            icon={<Icon aria-hidden className="size-4" />}
            onSelect={() => onMove(state)}
          >
            {word(state)}
          </MenuItem>
        );
      })}
      {mayCheckEffect(task.state) && (
        <MenuItem asChild>
          <Link href={`/tasks/${task.id}#effect`}>
            <Ruler aria-hidden className="size-4 text-soft" />
            {t('checkEffect')}
          </Link>
        </MenuItem>
      )}
      {nextCheck(task.state, task.holdingChecks) && (
        <MenuItem asChild>
          <Link href={`/tasks/${task.id}#holding`}>
            <Ruler aria-hidden className="size-4 text-soft" />
            {t('checkHolding')}
          </Link>
        </MenuItem>
      )}
    </Menu>
  );
}
