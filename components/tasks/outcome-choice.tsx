'use client';

import { CircleAlert, CircleCheck, CircleSlash, CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { effectOutcomes } from '#board/facts.ts';
import type { EffectOutcome } from '#board/facts.ts';

const icons: Record<EffectOutcome, typeof CircleDot> = {
  worked: CircleCheck,
  partly: CircleDot,
  didnt: CircleSlash,
};

export function OutcomeChoice({ error }: { error: string | undefined }) {
  const t = useTranslations('tasks.effectCheck');
  const word = useTranslations('words.outcome');
  const errorId = useId();
  return (
    <fieldset
      aria-describedby={errorId}
      data-invalid={error ? true : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1 font-medium">{t('outcome')}</legend>
      <div className="flex flex-wrap gap-2">
        {effectOutcomes.map((outcome) => {
          const Icon = icons[outcome];
          return (
            <label
              key={outcome}
              className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-card border border-control/50 px-3 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-pale has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
            >
              <input type="radio" name="outcome" value={outcome} className="sr-only" />
              <Icon aria-hidden className="size-4" />
              {word(outcome)}
            </label>
          );
        })}
      </div>
      <div id={errorId} aria-live="polite" className="empty:hidden">
        {error && (
          <p className="flex items-start gap-1 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}
