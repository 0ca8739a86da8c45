'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { locales } from '#board/api/people.ts';
import { keepCookie, LOCALE_COOKIE } from './cookies.ts';

/** For whoever has no account yet to keep a language in. */
export function LanguageLinks() {
  const t = useTranslations('words.locale');
  const now = useLocale();
  const router = useRouter();
  return (
    <div className="flex gap-1">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === now}
          className="min-h-8 rounded-chip px-2 text-soft hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:min-h-11"
          onClick={() => {
            keepCookie(LOCALE_COOKIE, locale);
            router.refresh();
          }}
        >
          {t(locale)}
        </button>
      ))}
    </div>
  );
}
