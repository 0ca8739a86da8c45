'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { noon } from '#components/time/noon.ts';
import { UiProvider } from '#components/ui/ui-provider.tsx';
import type { UiWords } from '#components/ui/ui-words.tsx';

/** Gives the kit its words in the language of the page. */
export function UiWording({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const format = useFormatter();
  const words = useMemo<UiWords>(() => {
    const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
    const day = (text: string) =>
      format.dateTime(noon(text), { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const withUnit = (value: number, unit: string) => `${number(value)} ${unit}`.trim();
    return {
      close: t('close'),
      copy: t('copy'),
      copied: t('copied'),
      optional: t('optional'),
      nobodyFound: t('nobodyFound'),
      clear: t('clear'),
      noReadings: t('noReadings'),
      target: t('target'),
      baseline: t('baseline'),
      number,
      day,
      run: (facts) =>
        [
          t('run.readings', {
            count: facts.count,
            value: withUnit(facts.last.value, facts.unit),
            day: day(facts.last.at),
          }),
          t(`run.${facts.trend}`),
          facts.target !== null &&
            t(facts.reached ? 'run.reached' : 'run.open', {
              target: withUnit(facts.target, facts.unit),
            }),
        ]
          .filter(Boolean)
          .join(' '),
    };
  }, [t, format]);
  return <UiProvider words={words}>{children}</UiProvider>;
}
