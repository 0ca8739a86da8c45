import { CircleCheck, PauseCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { changeAction } from '#board/actions.ts';
import { useBoardTools } from '#components/board/board-tools.tsx';
import { Day } from '#components/time/day.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Decisions } from './undecided-actions.ts';
import { UndecidedRow } from './undecided-row.tsx';

interface Props {
  decisions: Decisions;
  today: string;
  later: string;
  onShow: (actionId: string) => void;
}

/** What the close waits for, and what was left for later. */
export function UndecidedList({ decisions: { open, parked }, today, later, onShow }: Props) {
  const t = useTranslations('meetings.decide');
  return (
    <section className="flex flex-col gap-3">
      <div aria-live="polite">
        <h3 className="flex items-baseline gap-2 text-14 font-semibold">
          {t('title')}
          <span className="text-12 font-normal text-faint tabular-nums">{open.length}</span>
        </h3>
        {open.length === 0 && (
          <p className="mt-2 flex items-center gap-2 text-check-ink">
            <CircleCheck aria-hidden className="size-4 shrink-0" />
            {t('allDone')}
          </p>
        )}
      </div>
      {open.length > 0 && (
        <ul className="flex flex-col gap-2">
          {open.map((action) => (
            <UndecidedRow
              key={action.id}
              action={action}
              today={today}
              later={later}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {parked.length > 0 && <Parked parked={parked} today={today} />}
    </section>
  );
}

function Parked({ parked, today }: { parked: Decisions['parked']; today: string }) {
  const t = useTranslations('meetings');
  const { live, may } = useBoardTools();
  const { board } = live;
  return (
    <ul aria-label={t('decide.parked')} className="flex flex-col gap-1 text-soft">
      {parked.map(({ id, title, parked: until }) => (
        <li key={id} className="flex items-center gap-2">
          <PauseCircle aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 grow wrap-anywhere">
            {title}
            <span className="block text-12">
              {t.rich('parkedUntil', { day: () => <Day day={until ?? ''} today={today} /> })}
            </span>
          </span>
          {may.write && (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => board.doc.transact(() => changeAction(board, id, { parked: null }))}
            >
              {t('decide.back')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
