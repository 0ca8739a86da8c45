import clsx from 'clsx';
import { Hand } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { standingAnswers, unmetObjections } from '#board/consent.ts';
import type { ConsentRound } from '#board/consent.ts';

interface Props {
  round: ConsentRound | undefined;
  /** The number alone, where there is no room for words. */
  short?: boolean;
}

/** How far the open round on a proposal is; nothing without one. [CONS-1] */
export function ConsentMark({ round, short = false }: Props) {
  const t = useTranslations('consent');
  if (!round || round.outcome !== null) return null;
  const objections = unmetObjections(round).length;
  const answers = standingAnswers(round).length;
  const said =
    objections > 0
      ? t('marked.objections', { count: objections })
      : t('marked.answers', { count: answers });
  return (
    <span
      className={clsx(
        'inline-flex shrink-0 items-center gap-1 text-12 tabular-nums',
        objections > 0 ? 'font-medium text-danger' : 'text-soft',
      )}
      title={`${t('title')}: ${said}`}
    >
      <Hand aria-hidden className="size-3.5 shrink-0" />
      {short ? (
        <>
          <span aria-hidden>{objections || answers}</span>
          <span className="sr-only">{said}</span>
        </>
      ) : (
        said
      )}
    </span>
  );
}
