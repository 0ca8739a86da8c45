import clsx from 'clsx';
import { CircleCheck, CircleDashed, CircleSlash, Clock, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { HoldingCheckView, TaskStoryView } from '#board/api/tasks.ts';
import { nextCheck } from '#board/holding.ts';
import { Day } from '#components/time/day.tsx';
import { Moment } from '#components/time/moment.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Tone } from '#components/ui/badge.tsx';
import { HoldingForm } from './holding-form.tsx';
import { ReachedMark } from './reached-mark.tsx';

interface Props {
  task: TaskStoryView;
  today: string;
  mayMove: boolean;
  /** Somebody came for the question that is due. */
  focused?: boolean;
}

/** The times that what worked is looked at again: to come, due, and what they brought. */
export function HoldingChecks({ task, today, mayMove, focused = false }: Props) {
  const t = useTranslations('tasks.holding');
  if (task.holdingChecks.length === 0) return null;
  const next = nextCheck(task.state, task.holdingChecks);
  return (
    <section id="holding" className="flex scroll-mt-20 flex-col gap-4">
      <div>
        <h2 className="text-16 font-semibold">{t('title')}</h2>
        <p className="text-soft">{t('intro')}</p>
      </div>
      <ol className="divide-y divide-line rounded-card border border-line bg-surface">
        {task.holdingChecks.map((check) => (
          <Row key={check.id} check={check} task={task} today={today} />
        ))}
      </ol>
      {mayMove && next && (
        <HoldingForm
          key={next.id}
          task={task}
          check={next}
          // Before its day there is only one thing to say: that it slipped back already.
          early={next.dueOn > today}
          focused={focused}
        />
      )}
    </section>
  );
}

type Fate = 'toCome' | 'due' | NonNullable<HoldingCheckView['result']>;

const looks: Record<Fate, { tone: Tone; Icon: typeof Clock }> = {
  toCome: { tone: 'neutral', Icon: CircleDashed },
  due: { tone: 'accent', Icon: Clock },
  held: { tone: 'check', Icon: CircleCheck },
  relapsed: { tone: 'do', Icon: Undo2 },
  cancelled: { tone: 'neutral', Icon: CircleSlash },
};

function Row({ check, task, today }: { check: HoldingCheckView } & Pick<Props, 'task' | 'today'>) {
  const t = useTranslations('tasks.holding');
  const fate = check.result ?? (check.dueOn <= today ? 'due' : 'toCome');
  const { tone, Icon } = looks[fate];
  const answered = check.result === 'held' || check.result === 'relapsed';
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className={clsx(fate === 'cancelled' && 'text-soft')}>
          <span className="font-medium">{t('after', { days: check.after })}</span>
          {' · '}
          <Day day={check.dueOn} today={today} />
        </p>
        <Badge tone={tone} icon={<Icon />}>
          {t(`fate.${fate}`)}
        </Badge>
      </div>
      {answered && <Brought check={check} task={task} />}
    </li>
  );
}

function Brought({ check, task }: { check: HoldingCheckView; task: TaskStoryView }) {
  const format = useFormatter();
  const { reading, observation, note, doneAt, doneBy, reached } = check;
  const value = reading === null ? null : `${format.number(reading)} ${task.effect.unit ?? ''}`;
  return (
    <div className="flex flex-col gap-1">
      {value !== null && (
        <p className="flex flex-wrap items-center gap-2 tabular-nums">
          {value.trim()}
          {reached !== null && <ReachedMark reached={reached} />}
        </p>
      )}
      {observation && <p className="wrap-anywhere whitespace-pre-line">{observation}</p>}
      {note && <p className="wrap-anywhere whitespace-pre-line text-soft">{note}</p>}
      {doneAt && (
        <p className="text-12 text-soft">
          {doneBy && `${doneBy.name} · `}
          <Moment at={doneAt} />
        </p>
      )}
    </div>
  );
}
