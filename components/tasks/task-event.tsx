import { useFormatter, useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { effectOutcomes, taskStates } from '#board/facts.ts';
import { Day } from '#components/time/day.tsx';
import { StateBadge } from './state-badge.tsx';

interface Props {
  event: TaskStoryView['events'][number];
  task: TaskStoryView;
  names: ReadonlyMap<string, string>;
  today: string;
}

const fromTo = z.object({ from: z.string(), to: z.string() });
const change = z.object({
  state: z.catch(
    z.optional(z.object({ from: z.enum(taskStates), to: z.enum(taskStates) })),
    undefined,
  ),
  title: z.catch(z.optional(fromTo), undefined),
  ownerId: z.catch(z.optional(fromTo), undefined),
  due: z.catch(z.optional(fromTo), undefined),
});
const check = z.object({
  outcome: z.enum(effectOutcomes),
  learned: z.catch(z.string(), ''),
  reading: z.catch(z.optional(z.number()), undefined),
  observation: z.catch(z.optional(z.string()), undefined),
});

/** One step in words. */
export function TaskEvent(props: Props) {
  const t = useTranslations('tasks.story');
  switch (props.event.kind) {
    case 'confirmed':
      return <p>{t('confirmed')}</p>;
    case 'changed':
      return <Changed {...props} />;
    case 'effect':
      return <Checked {...props} />;
  }
}

function Changed({ event, names, today }: Props) {
  const t = useTranslations('tasks.story');
  const { state, title, ownerId, due } = change.parse(event.data);
  const nameOf = (id: string) => names.get(id) ?? t('somebody');
  return (
    <div className="flex flex-col gap-1">
      {state && (
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge state={state.from} />
          <span aria-hidden>→</span>
          <StateBadge state={state.to} />
        </p>
      )}
      {ownerId && <p>{t('owner', { from: nameOf(ownerId.from), to: nameOf(ownerId.to) })}</p>}
      {due && (
        <p>
          {t.rich('due', {
            from: () => <Day day={due.from} today={today} />,
            to: () => <Day day={due.to} today={today} />,
          })}
        </p>
      )}
      {title && <p>{t('renamed', { from: title.from })}</p>}
    </div>
  );
}

function Checked({ event, task }: Props) {
  const t = useTranslations('tasks.story');
  const outcomeWord = useTranslations('words.outcome');
  const format = useFormatter();
  const data = check.safeParse(event.data).data;
  if (!data) return null;
  const { outcome, learned, reading, observation } = data;
  const value = reading === undefined ? '' : `${format.number(reading)} ${task.effect.unit ?? ''}`;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{outcomeWord(outcome)}</p>
      {reading !== undefined && <p>{t('reading', { value })}</p>}
      {observation && <p>{observation}</p>}
      {learned && <p className="border-l-2 border-check pl-3">{t('learned', { text: learned })}</p>}
    </div>
  );
}
