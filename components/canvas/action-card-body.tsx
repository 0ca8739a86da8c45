import { CalendarDays, Eye, Gauge, HeartHandshake, Undo2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HTMLContainer, useIsEditing } from 'tldraw';
import type { Action } from '#board/actions.ts';
import { ACTION_CARD_HEIGHT } from '#board/cards.ts';
import type { ActionCard } from '#board/cards.ts';
import type { Effect, TaskFact } from '#board/facts.ts';
import { ConsentMark } from '#components/consent/consent-mark.tsx';
import { noon } from '#components/time/noon.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { ActionCardButton } from './action-card-button.tsx';
import { ActionTitleArea } from './action-title-area.tsx';
import { useWorld } from './canvas-world.tsx';
import { rungOf } from './ladder-looks.ts';
import { useLive } from './live-map.ts';
import { ReviewMarks } from './review-marks.tsx';
import { RungBadge } from './rung-badge.tsx';

/** An action: what, who, by when, how we will see it, and where it stands. */
export function ActionCardBody({ card }: { card: ActionCard }) {
  const { live } = useWorld();
  const { actionId, w } = card.props;
  const action = useLive(live.actions, actionId);
  const task = useLive(live.tasks, actionId);
  const rung = rungOf(action, task);
  return (
    <HTMLContainer
      className="flex flex-col gap-2 rounded-card border border-control/50 bg-surface p-3 font-sans text-14 text-ink shadow-paper"
      style={{ width: w, height: ACTION_CARD_HEIGHT }}
    >
      {rung ? <Filled card={card} action={action} task={task} rung={rung} /> : <Stray />}
      <ReviewMarks of={actionId} />
    </HTMLContainer>
  );
}

interface FilledProps {
  card: ActionCard;
  action: Action | undefined;
  task: TaskFact | undefined;
  rung: NonNullable<ReturnType<typeof rungOf>>;
}

function Filled({ card, action, task, rung }: FilledProps) {
  const { live } = useWorld();
  const round = useLive(live.consent, card.props.actionId);
  const editing = useIsEditing(card.id);
  const { owner, due, effect } = task ?? action ?? { owner: null, due: null, effect: {} };
  const buddy = (task ?? action)?.buddy;
  return (
    <>
      <div className="flex min-h-0 grow items-start gap-2">
        {editing && action && !task ? (
          <ActionTitleArea action={action} />
        ) : (
          <Title text={task?.title ?? action?.title ?? ''} dropped={rung === 'dropped'} />
        )}
        {owner && <Avatar person={owner} size="sm" named={false} />}
        {buddy && <Buddy name={buddy.name} />}
      </div>
      <Facts owner={owner?.name} due={due} effect={effect} declined={task?.declined} />
      <div className="flex min-h-8 items-center justify-between gap-2">
        <RungBadge rung={rung} outcome={task?.outcome ?? null} />
        {!task && <ConsentMark short round={round} />}
        <ActionCardButton actionId={card.props.actionId} rung={rung} />
      </div>
    </>
  );
}

/** Who helps, beside whoever is responsible. [ACT-43] */
function Buddy({ name }: { name: string }) {
  const t = useTranslations('card.action');
  return (
    <span role="img" aria-label={t('buddy', { name })} title={t('buddy', { name })}>
      <HeartHandshake aria-hidden className="mt-1 size-4 text-soft" />
    </span>
  );
}

function Title({ text, dropped }: { text: string; dropped: boolean }) {
  const t = useTranslations('card.action');
  return (
    <div
      dir="auto"
      title={text}
      className={`line-clamp-2 min-w-0 grow font-semibold wrap-anywhere ${dropped ? 'line-through' : ''}`}
    >
      {text || <span className="text-faint">{t('untitled')}</span>}
    </div>
  );
}

interface FactsProps {
  owner: string | undefined;
  due: string | null;
  effect: Effect;
  declined: TaskFact['declined'];
}

function Facts({ owner, due, effect, declined }: FactsProps) {
  const t = useTranslations('card.action');
  const format = useFormatter();
  const day =
    due && format.dateTime(noon(due), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <div className="flex flex-col gap-0.5 text-12 text-soft">
      <div className="flex gap-3">
        <span className={owner ? 'min-w-0 truncate' : 'text-faint'}>{owner ?? t('noOwner')}</span>
        <Fact icon={<CalendarDays aria-hidden className="size-3.5 shrink-0" />}>
          <span className={day ? '' : 'text-faint'}>{day ?? t('noDue')}</span>
        </Fact>
      </div>
      {declined ? <Declined {...declined} owner={owner ?? ''} /> : <EffectLine effect={effect} />}
    </div>
  );
}

/** Who did not take it on stands in the place of the effect, until somebody does. [ACT-41] */
function Declined({ by, reason, owner }: NonNullable<TaskFact['declined']> & { owner: string }) {
  const t = useTranslations('tasks.decline');
  const said = t('declined', { by: by.name, reason });
  return (
    <span
      className="flex min-w-0 items-center gap-1 text-ink"
      title={`${said} ${t('nowWith', { owner })}`}
    >
      <Undo2 aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 truncate">{said}</span>
    </span>
  );
}

function EffectLine({ effect }: { effect: Effect }) {
  const t = useTranslations('card.action');
  const { live } = useWorld();
  const format = useFormatter();
  const measure = useLive(live.measures, effect.measure ?? '');
  if (effect.measure !== undefined) {
    const value = effect.expected === undefined ? '…' : format.number(effect.expected);
    return (
      <Fact icon={<Gauge aria-hidden className="size-3.5 shrink-0" />}>
        {measure ? `${measure.name}: ${value} ${measure.unit}`.trim() : t('measureGone')}
      </Fact>
    );
  }
  return (
    <Fact icon={<Eye aria-hidden className="size-3.5 shrink-0" />}>
      {effect.observation ?? <span className="text-faint">{t('noEffect')}</span>}
    </Fact>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      {icon}
      <span className="min-w-0 truncate">{children}</span>
    </span>
  );
}

/** A card pasted from another board: the action it shows lives there. */
function Stray() {
  const t = useTranslations('card.action');
  return <p className="text-soft">{t('elsewhere')}</p>;
}
