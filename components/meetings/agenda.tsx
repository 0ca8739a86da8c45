import { useTranslations } from 'next-intl';
import { isEmptyDiff } from '#board/diff.ts';
import type { AgendaView } from '#board/api/meetings.ts';
import { promiseGroups } from '#board/since-last-time.ts';
import { WhatChanged } from '#components/history/what-changed.tsx';
import { Day } from '#components/time/day.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PromiseRow } from './promise-row.tsx';

interface Props {
  agenda: AgendaView;
  today: string;
  onShow: (actionId: string) => void;
  onNewDay: (actionId: string) => void;
  onHolding: (actionId: string) => void;
}

/** What was promised, what is back on the table, and what changed since the last time. [MEET-3] */
export function Agenda({ agenda, today, ...deeds }: Props) {
  const t = useTranslations('meetings');
  const { promises, back, changes } = agenda;
  const groups = promiseGroups.filter((name) => promises[name].length > 0);
  return (
    <>
      {groups.length === 0 && back.length === 0 && <EmptyState>{t('noPromises')}</EmptyState>}
      {groups.map((name) => (
        <section key={name} className="flex flex-col gap-2">
          <h3 className="flex items-baseline gap-2 text-14 font-semibold">
            {t(`groups.${name}`)}
            <span className="text-12 font-normal text-faint tabular-nums">
              {promises[name].length}
            </span>
          </h3>
          <ul className="flex flex-col gap-2">
            {promises[name].map((task) => (
              <PromiseRow key={task.id} task={task} group={name} today={today} {...deeds} />
            ))}
          </ul>
        </section>
      ))}
      {back.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-14 font-semibold">{t('back')}</h3>
          <ul className="flex flex-col gap-2">
            {back.map(({ actionId, title, parked }) => (
              <li key={actionId} className="rounded-card border border-line bg-surface p-3">
                <button
                  type="button"
                  className="text-left font-medium wrap-anywhere hover:underline"
                  onClick={() => deeds.onShow(actionId)}
                >
                  {title}
                </button>
                <p className="text-12 text-soft">
                  {t.rich('parkedUntil', { day: () => <Day day={parked} today={today} /> })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes && !isEmptyDiff(changes) && (
        <section className="flex flex-col gap-3">
          <h3 className="text-14 font-semibold">{t('changed')}</h3>
          <WhatChanged diff={changes} />
        </section>
      )}
    </>
  );
}
