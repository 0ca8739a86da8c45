import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxOverview } from '#components/inbox/inbox-overview.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { readInbox } from '#server/inbox/read-inbox.ts';
import { pageAnswer } from '../../page-answer.ts';
import { today } from '../../today.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

export default async function InboxPage() {
  const inbox = await pageAnswer(readInbox(theHouse(), await whoAsks()), '/inbox');
  return <InboxOverview inbox={inbox} today={await today()} />;
}
