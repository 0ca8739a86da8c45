import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Effect } from '#board/facts.ts';
import type { LiveBoard } from '#components/canvas/live-board.ts';
import { useLive } from '#components/canvas/live-map.ts';
import { noon } from '#components/time/noon.ts';
import { useBoardTools } from './board-tools.tsx';

interface Props {
  action: {
    readonly title: string;
    readonly owner: { readonly name: string } | null;
    readonly buddy?: { readonly name: string } | null | undefined;
    readonly due: string | null;
    readonly effect: Effect;
  };
  /** Fields that are asked for beside this. */
  leaveOut?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** What an action says so far. */
export function ActionSummary({ action, leaveOut = none }: Props) {
  const t = useTranslations('board.action');
  const { live } = useBoardTools();
  const format = useFormatter();
  const { title, owner, buddy, due, effect } = action;
  const day = (value: string): string =>
    format.dateTime(noon(value), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
  return (
    <dl className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      {!leaveOut.has('title') && <Row name={t('title')}>{title}</Row>}
      {owner && !leaveOut.has('owner') && <Row name={t('owner')}>{owner.name}</Row>}
      {buddy && !leaveOut.has('buddy') && <Row name={t('buddy')}>{buddy.name}</Row>}
      {due && !leaveOut.has('due') && <Row name={t('due')}>{day(due)}</Row>}
      {!leaveOut.has('effect') && <EffectRow effect={effect} live={live} />}
      {effect.checkOn && !leaveOut.has('effect.checkOn') && (
        <Row name={t('checkOn')}>{day(effect.checkOn)}</Row>
      )}
    </dl>
  );
}

function EffectRow({ effect, live }: { effect: Effect; live: LiveBoard }) {
  const t = useTranslations('board.action');
  const format = useFormatter();
  const measure = useLive(live.measures, effect.measure ?? '');
  if (effect.observation !== undefined) return <Row name={t('effect')}>{effect.observation}</Row>;
  if (!measure) return null;
  const value = effect.expected === undefined ? '…' : format.number(effect.expected);
  return <Row name={t('effect')}>{`${measure.name}: ${value} ${measure.unit}`.trim()}</Row>;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
