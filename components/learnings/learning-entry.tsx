import { CircleCheck, CircleDot, CircleSlash, RefreshCw, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LearningView } from '#board/api/learnings.ts';
import { Comparison } from '#components/tasks/comparison.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';

interface Props {
  learning: LearningView;
  /** Off for somebody who is in one team. */
  teamNamed: boolean;
}

/** One lesson, with the way back to where it was learned. */
export function LearningEntry({ learning, teamNamed }: Props) {
  const t = useTranslations('learned');
  const { at, by, title, taskId, boardId, boardTitle, teamName } = learning;
  const { measure, expected, happened, reached, learned, tell } = learning;
  const board = `/boards/${boardId}`;
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line bg-surface p-5 max-sm:p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 font-semibold wrap-anywhere">
          <Link href={taskId === null ? board : `/tasks/${taskId}`} className="hover:underline">
            {taskId === null ? boardTitle : title}
          </Link>
        </h2>
        <Verdict learning={learning} />
      </div>
      {learned && (
        <p className="border-l-2 border-check pl-3 text-16 wrap-anywhere whitespace-pre-line">
          {learned}
        </p>
      )}
      <Comparison measure={measure} expected={expected} happened={happened} reached={reached} />
      {tell && <p className="wrap-anywhere">{t('tell', { who: tell })}</p>}
      <p className="flex flex-wrap gap-x-2 text-12 text-soft">
        <span>{by.name}</span>
        <Part>
          <Moment at={at} />
        </Part>
        {taskId !== null && (
          <Part>
            <Link href={board} className="hover:text-ink hover:underline">
              {boardTitle}
            </Link>
          </Part>
        )}
        {teamNamed && <Part>{teamName}</Part>}
      </p>
    </li>
  );
}

function Part({ children }: { children: ReactNode }) {
  return (
    <>
      <span aria-hidden>·</span>
      <span>{children}</span>
    </>
  );
}

const outcomeLooks = {
  worked: { tone: 'check', Icon: CircleCheck },
  partly: { tone: 'do', Icon: CircleDot },
  didnt: { tone: 'neutral', Icon: CircleSlash },
} as const;

function Verdict({ learning: { kind, outcome, cycle } }: { learning: LearningView }) {
  const t = useTranslations('learned');
  const word = useTranslations('words.outcome');
  if (kind === 'relapse') {
    return (
      <Badge tone="do" icon={<Undo2 />}>
        {t('relapse')}
      </Badge>
    );
  }
  if (outcome === null) {
    return (
      <Badge tone="plan" icon={<RefreshCw />}>
        {t('cycle', { number: cycle ?? 1 })}
      </Badge>
    );
  }
  const { tone, Icon } = outcomeLooks[outcome];
  return (
    <Badge tone={tone} icon={<Icon />}>
      {word(outcome)}
    </Badge>
  );
}
