import { Check, CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Attention } from '#board/api/glance.ts';

/** Why a team stands where it stands, in words. */
export function AttentionLine({ attention }: { attention: readonly Attention[] }) {
  const t = useTranslations('glance.attention');
  if (attention.length === 0) {
    return (
      <p className="flex items-start gap-2 text-soft">
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-check" />
        {t('nothing')}
      </p>
    );
  }
  const [first, ...others] = attention;
  return (
    <div className="flex items-start gap-2">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-do-ink" />
      <p className="min-w-0">
        {first && <span className="font-medium">{t(first.is, valuesOf(first))}</span>}
        {others.length > 0 && (
          <span className="text-soft">
            {' · '}
            {others.map((one) => t(one.is, valuesOf(one))).join(' · ')}
          </span>
        )}
      </p>
    </div>
  );
}

function valuesOf(one: Attention): { count: number; days: number } {
  return {
    count: 'count' in one ? one.count : 0,
    days: 'days' in one ? one.days : 0,
  };
}
