import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageLinks } from './language-links.tsx';
import { Mark } from './mark.tsx';

/** Around pages for people who are not in yet: one thing to do, nothing to wander off to. */
export function QuietFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('app');
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:py-16">
      <div className="flex w-full max-w-md grow flex-col gap-8 has-data-wide:max-w-5xl sm:justify-center">
        <div className="flex items-center gap-3">
          <Mark className="size-10" />
          <div>
            <p className="font-semibold">{t('name')}</p>
            <p className="text-12 text-soft">{t('tagline')}</p>
          </div>
        </div>
        <main className="rounded-card border border-line bg-surface p-6 sm:p-8">{children}</main>
        <LanguageLinks />
      </div>
    </div>
  );
}
