import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GlanceOverview } from '#components/glance/glance-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { readGlance } from '#server/glance/read-glance.ts';
import { theHouse } from '#server/house.ts';
import { pageAnswer } from '../../page-answer.ts';
import { today } from '../../today.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('glance'))('title') };
}

export default async function GlancePage() {
  const teams = await pageAnswer(readGlance(theHouse(), await whoAsks()), '/glance');
  return <GlanceOverview teams={teams} today={await today()} />;
}
