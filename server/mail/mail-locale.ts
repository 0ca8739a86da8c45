import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';

/** The language that somebody chose for their mails; `otherwise` for who never chose. */
export function mailLocale({ locale }: { locale: string | null }, otherwise: Locale): Locale {
  return locales.find((known) => known === locale) ?? otherwise;
}
