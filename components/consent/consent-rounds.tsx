import { useTranslations } from 'next-intl';
import type { ConsentRound } from '#board/consent.ts';
import { Moment } from '#components/time/moment.tsx';
import { RoundAnswers } from './round-answers.tsx';

/** How a promise came to be consented to: each round with its answers; nothing without any. [CONS-6] */
export function ConsentRounds({ rounds }: { rounds: readonly ConsentRound[] }) {
  const t = useTranslations('consent');
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="consent" className="flex flex-col gap-4">
      <h2 id="consent" className="text-16 font-semibold">
        {t('title')}
      </h2>
      {rounds.map((round) => (
        <div
          key={round.id}
          className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
        >
          <p>
            <span className="font-medium">
              {round.outcome ? t(`outcome.${round.outcome}`) : t('open')}
            </span>{' '}
            {round.closedAt && (
              <span className="text-12 text-soft">
                {round.closedBy?.name} · <Moment at={round.closedAt} />
              </span>
            )}
          </p>
          <p className="wrap-anywhere text-soft">{round.words}</p>
          <RoundAnswers round={round} all />
        </div>
      ))}
    </section>
  );
}
