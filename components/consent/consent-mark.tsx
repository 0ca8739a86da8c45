import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { standingAnswers, unmetObjections } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';

/** On a card: how far the open round on it is; nothing without one. [CONS-1] */
export function ConsentMark({ round }: { round: ConsentRound | undefined }) {
  const t = useTranslations('consent');
  if (!round || round.outcome !== null) return null;
  const objections = unmetObjections(round).length;
  const said =
    objections > 0
      ? t('marked.objections', { count: objections })
      : t('marked.answers', { count: standingAnswers(round).length });
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-12 text-soft" title={t('title')}>
      <Hand aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{said}</span>
    </span>
  );
}
