import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { THEME_COOKIE } from '#components/frame/cookies.ts';
import { KeepLanguage } from '#components/frame/keep-language.tsx';
import { UiWording } from '#components/frame/ui-wording.tsx';
import { asTheme } from '#components/theme/themes.ts';
import { KeepZone } from '#components/time/keep-zone.tsx';
import type { Actor, UserActor } from '#server/auth/actor.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('tagline'),
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#191714' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const theme = asTheme((await cookies()).get(THEME_COOKIE)?.value);
  const locale = await getLocale();
  const actor = await whoAsks();
  return (
    <html lang={locale} {...(theme !== 'system' && { 'data-theme': theme })}>
      <body>
        <NextIntlClientProvider>
          <UiWording>{children}</UiWording>
          <KeepZone account={actor.kind === 'user' ? actor.browserZone : undefined} />
          <KeepLanguage account={follows(actor) ? actor.browserLocale : undefined} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** Somebody who chose no language follows their browser. */
function follows(actor: Actor): actor is UserActor {
  return actor.kind === 'user' && actor.locale === null;
}
