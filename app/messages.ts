import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { locales } from '#board/api/people.ts';
import type { Locale } from '#board/api/people.ts';
import { LOCALE_COOKIE, ZONE_COOKIE } from '#components/frame/cookies.ts';
import en from '#messages/en.json';
import nl from '#messages/nl.json';
import { whoAsks } from '#server/auth/who-asks.ts';

const messages: Record<Locale, typeof en> = { en, nl };

/** In which language and time zone a request is answered: the person's own choice, else the browser's. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const actor = await whoAsks();
  const chosen = actor.kind === 'user' ? actor.locale : null;
  const own = actor.kind === 'user' ? actor.timeZone : null;
  const locale =
    chosen ??
    known(jar.get(LOCALE_COOKIE)?.value) ??
    preferred((await headers()).get('accept-language') ?? '');
  const timeZone = zone(own ?? jar.get(ZONE_COOKIE)?.value);
  return { locale, messages: messages[locale], timeZone, now: new Date() };
});

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}

function known(text: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === text);
}

/** The first of our languages in an Accept-Language header; its order is the person's own. */
function preferred(header: string): Locale {
  const wanted = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map(known).find((locale) => locale !== undefined) ?? 'en';
}

/** The zone that was chosen or that the browser told us; before its first word, the server's own. */
function zone(told: string | undefined): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!told) return own;
  try {
    return Intl.DateTimeFormat('en', { timeZone: told }).resolvedOptions().timeZone;
  } catch {
    return own;
  }
}
