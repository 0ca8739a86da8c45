import { useTranslations } from 'next-intl';
import type { EffectOutcome } from '#board/facts.ts';
import { Badge } from '#components/ui/badge.tsx';
import { ladderLooks } from './ladder-looks.ts';
import type { Rung } from './ladder-looks.ts';

/** Where an action stands: sign, word and hue; with the outcome once its effect was checked. */
export function RungBadge({ rung, outcome }: { rung: Rung; outcome?: EffectOutcome | null }) {
  const t = useTranslations('words');
  const { icon: Icon, tone } = ladderLooks[rung];
  const word = isBefore(rung) ? t(`rungs.${rung}`) : t(`states.${rung}`);
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {outcome ? `${word}: ${t(`outcomes.${outcome}`)}` : word}
    </Badge>
  );
}

function isBefore(rung: Rung): rung is 'intention' | 'proposal' {
  return rung === 'intention' || rung === 'proposal';
}
