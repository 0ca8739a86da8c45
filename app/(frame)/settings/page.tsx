import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsOverview } from '#components/settings/settings-overview.tsx';
import { listTokens } from '#server/accounts/list-tokens.ts';
import { readMe } from '#server/accounts/read-me.ts';
import { readPreferences } from '#server/accounts/read-preferences.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readFeed } from '#server/calendar/read-feed.ts';
import { theHouse } from '#server/house.ts';
import { readRetention } from '#server/organisation/read-retention.ts';
import { pageAnswer } from '../../page-answer.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  const actor = await whoAsks();
  const me = await pageAnswer(readMe(theHouse(), actor), '/settings');
  const tokens = await pageAnswer(listTokens(theHouse(), actor), '/settings');
  const preferences = await pageAnswer(readPreferences(theHouse(), actor), '/settings');
  const feed = await pageAnswer(readFeed(theHouse(), actor), '/settings');
  const retention = me.admin
    ? await pageAnswer(readRetention(theHouse(), actor), '/settings')
    : null;
  const zones = Intl.supportedValuesOf('timeZone');
  return <SettingsOverview {...{ me, tokens, preferences, feed, retention, zones }} />;
}
