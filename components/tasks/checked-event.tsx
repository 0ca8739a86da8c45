import { useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { effectOutcomes, taskStates } from '#board/facts.ts';
import { Comparison } from './comparison.tsx';
import { expectedIn } from './expected-in.ts';
import { StateBadge } from './state-badge.tsx';

interface Props {
  event: TaskStoryView['events'][number];
  task: TaskStoryView;
}

const seen = z.object({
  reading: z.catch(z.optional(z.number()), undefined),
  observation: z.catch(z.optional(z.string()), undefined),
  reached: z.catch(z.nullable(z.boolean()), null),
});
const effectCheck = z.extend(seen, {
  outcome: z.enum(effectOutcomes),
  learned: z.catch(z.string(), ''),
  tell: z.catch(z.optional(z.string()), undefined),
});
const holdingCheck = z.extend(seen, {
  held: z.boolean(),
  after: z.catch(z.int(), 0),
  note: z.catch(z.optional(z.string()), undefined),
  state: z.catch(z.optional(z.object({ to: z.enum(taskStates) })), undefined),
});

/** What an effect check brought. */
export function CheckedEvent({ event, task }: Props) {
  const t = useTranslations('tasks.story');
  const outcomeWord = useTranslations('words.outcome');
  const data = effectCheck.safeParse(event.data).data;
  if (!data) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{outcomeWord(data.outcome)}</p>
      <Brought event={event} task={task} data={data} />
      {data.learned && (
        <p className="border-l-2 border-check pl-3 wrap-anywhere">
          {t('learned', { text: data.learned })}
        </p>
      )}
      {data.tell && <p className="text-soft">{t('tell', { who: data.tell })}</p>}
    </div>
  );
}

/** Whether it still worked when it was looked at again. */
export function HoldingEvent({ event, task }: Props) {
  const t = useTranslations('tasks.story');
  const data = holdingCheck.safeParse(event.data).data;
  if (!data) return null;
  const { held, after, note, state } = data;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t(held ? 'held' : 'relapsed', { days: after })}</span>
        {state && <StateBadge state={state.to} />}
      </p>
      <Brought event={event} task={task} data={data} />
      {note && <p className="border-l-2 border-check pl-3 wrap-anywhere">{note}</p>}
    </div>
  );
}

function Brought({ event, task, data }: Props & { data: z.infer<typeof seen> }) {
  const { measureName, unit = '' } = task.effect;
  const { reading, observation, reached } = data;
  return (
    <Comparison
      measure={measureName === undefined ? null : { name: measureName, unit }}
      expected={expectedIn(event.data, task)}
      happened={{ value: reading, words: observation }}
      reached={reached}
    />
  );
}
