'use client';

import { CircleCheck, CircleDot, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { effectOutcomes } from '#board/facts.ts';
import type { EffectOutcome } from '#board/facts.ts';
import { ChoiceRow } from './choice-row.tsx';

const icons: Record<EffectOutcome, typeof CircleDot> = {
  worked: CircleCheck,
  partly: CircleDot,
  didnt: CircleSlash,
};

export function OutcomeChoice({ error }: { error: string | undefined }) {
  const t = useTranslations('tasks.effectCheck');
  const word = useTranslations('words.outcome');
  const options = effectOutcomes.map((value) => ({
    ...{ value, label: word(value), Icon: icons[value] },
  }));
  return <ChoiceRow name="outcome" legend={t('outcome')} options={options} error={error} />;
}
