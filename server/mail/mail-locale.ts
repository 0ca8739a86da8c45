import type { Locale } from '#board/api/people.ts';
import { asLocale } from '../accounts/as-locale.ts';

interface Reader {
  readonly locale: string | null;
  readonly browserLocale: string | null;
}

/**
 * The language that somebody chose, else the one in which their browser was shown pages last;
 * `otherwise` for who never came. [MAIL-10]
 */
export function mailLocale({ locale, browserLocale }: Reader, otherwise: Locale): Locale {
  return asLocale(locale) ?? asLocale(browserLocale) ?? otherwise;
}
