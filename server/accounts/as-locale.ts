import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';

/** A language that was stored, if we still write it. */
export function asLocale(stored: string | null): Locale | null {
  return locales.find((known) => known === stored) ?? null;
}
