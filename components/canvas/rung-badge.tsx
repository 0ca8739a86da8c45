import { useTranslations } from 'next-intl';
import type { EffectOutcome } from '#board/facts.ts';
import { useLadderWord } from '#components/history/use-ladder-word.ts';
import { Badge } from '#components/ui/badge.tsx';
import { ladderLooks } from './ladder-looks.ts';
import type { Rung } from './ladder-looks.ts';

/** Where an action stands: sign, word and hue; what came of it once its effect was checked. */
export function RungBadge({ rung, outcome }: { rung: Rung; outcome?: EffectOutcome | null }) {
  const word = useLadderWord();
  const outcomeWord = useTranslations('words.outcome');
  const { Icon, tone } = ladderLooks[rung];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {outcome ? outcomeWord(outcome) : word(rung)}
    </Badge>
  );
}
