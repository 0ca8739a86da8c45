import { Check, LifeBuoy, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { HelpView } from '#board/api/help.ts';
import { Day } from '#components/time/day.tsx';
import { Badge } from '#components/ui/badge.tsx';

/** By when help is promised, or what became of it, and every other day that it had. */
export function HelpState({ help, today }: { help: HelpView; today: string }) {
  const t = useTranslations('help');
  const { due, state, moves } = help;
  const day = () => <Day day={due} />;
  return (
    <div className="flex flex-col items-start gap-1">
      {state === 'open' && (
        <Badge tone={due < today ? 'danger' : 'do'} icon={<LifeBuoy />}>
          {t.rich(due < today ? 'late' : 'by', { day })}
        </Badge>
      )}
      {state === 'done' && (
        <Badge tone="check" icon={<Check />}>
          {t('done')}
        </Badge>
      )}
      {state === 'withdrawn' && <Badge icon={<X />}>{t('withdrawn')}</Badge>}
      {moves
        .filter(({ reason }) => reason !== null)
        .map((move) => (
          <p key={move.at} className="text-12 text-soft">
            {t.rich(move.state === 'withdrawn' ? 'whyNot' : 'moved', {
              day: () => <Day day={move.due} />,
              reason: move.reason ?? '',
            })}
          </p>
        ))}
    </div>
  );
}
