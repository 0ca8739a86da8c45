import { useFormatter, useTranslations } from 'next-intl';
import * as z from 'zod/mini';
import type { TaskStoryView } from '#board/api/tasks.ts';
import { taskStates } from '#board/facts.ts';
import { Day } from '#components/time/day.tsx';
import { CheckedEvent, HoldingEvent } from './checked-event.tsx';
import { StateBadge } from './state-badge.tsx';

interface Props {
  event: TaskStoryView['events'][number];
  task: TaskStoryView;
  names: ReadonlyMap<string, string>;
  today: string;
}

const fromTo = z.object({ from: z.string(), to: z.string() });
const numbers = z.object({ from: z.number(), to: z.number() });
const change = z.object({
  state: z.catch(
    z.optional(z.object({ from: z.enum(taskStates), to: z.enum(taskStates) })),
    undefined,
  ),
  title: z.catch(z.optional(fromTo), undefined),
  ownerId: z.catch(z.optional(fromTo), undefined),
  buddyId: z.catch(
    z.optional(z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) })),
    undefined,
  ),
  due: z.catch(z.optional(fromTo), undefined),
  expected: z.catch(z.optional(numbers), undefined),
  observation: z.catch(z.optional(fromTo), undefined),
  checkOn: z.catch(z.optional(fromTo), undefined),
  /** There where somebody took over what was declined. */
  declinedById: z.catch(z.optional(z.unknown()), undefined),
  reason: z.catch(z.optional(z.string()), undefined),
});

/** One step in words. */
export function TaskEvent(props: Props) {
  const t = useTranslations('tasks.story');
  switch (props.event.kind) {
    case 'confirmed':
      return <p>{t('confirmed')}</p>;
    case 'changed':
      return <Changed {...props} />;
    case 'declined':
      return <Declined {...props} />;
    case 'effect':
      return <CheckedEvent {...props} />;
    case 'holding':
      return <HoldingEvent {...props} />;
  }
}

function Changed({ event, task, names, today }: Props) {
  const t = useTranslations('tasks.story');
  const decline = useTranslations('tasks.decline');
  const format = useFormatter();
  const said = change.parse(event.data);
  const { state, title, ownerId, buddyId, declinedById, due, reason } = said;
  const { expected, observation, checkOn } = said;
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
      {declinedById !== undefined && !ownerId && <p>{decline('takenOver')}</p>}
      {buddyId && (
        <p>{buddyId.to === null ? t('noBuddy') : t('buddy', { name: nameOf(buddyId.to) })}</p>
      )}
      {due && (
        <p>
          {t.rich('due', {
            from: () => <Day day={due.from} today={today} />,
            to: () => <Day day={due.to} today={today} />,
          })}
        </p>
      )}
      {title && <p>{t('renamed', { from: title.from })}</p>}
      {expected && (
        <p>
          {t('expected', {
            from: format.number(expected.from),
            to: `${format.number(expected.to)} ${task.effect.unit ?? ''}`.trim(),
          })}
        </p>
      )}
      {observation && <p>{t('expectedWords', observation)}</p>}
      {checkOn && (
        <p>
          {t.rich('checkOn', {
            from: () => <Day day={checkOn.from} today={today} />,
            to: () => <Day day={checkOn.to} today={today} />,
          })}
        </p>
      )}
      {reason && <Reason>{reason}</Reason>}
    </div>
  );
}

function Declined({ event, names }: Props) {
  const t = useTranslations('tasks');
  const { ownerId, reason } = change.parse(event.data);
  const to = names.get(ownerId?.to ?? '') ?? t('story.somebody');
  return (
    <div className="flex flex-col gap-1">
      <p>{t('decline.inStory', { to })}</p>
      {reason && <Reason>{reason}</Reason>}
    </div>
  );
}

function Reason({ children }: { children: string }) {
  return (
    <p className="border-l-2 border-control/50 pl-3 wrap-anywhere whitespace-pre-line">
      {children}
    </p>
  );
}
