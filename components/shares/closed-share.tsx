import { useTranslations } from 'next-intl';

/** For a link that shows nothing any more, or nothing just now. */
export function ClosedShare({ why }: { why: 'dead' | 'fast' }) {
  const t = useTranslations(`shared.${why}`);
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 className="text-20 font-semibold">{t('title')}</h1>
      <p className="text-soft">{t('text')}</p>
    </div>
  );
}
