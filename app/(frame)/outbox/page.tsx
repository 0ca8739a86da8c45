import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Outbox } from '#components/mail/outbox.tsx';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { listOutbox } from '#server/mail/list-outbox.ts';
import { pageAnswer } from '../../page-answer.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') };
}

export default async function OutboxPage() {
  const house = theHouse();
  const asked = whoAsks().then((actor) => listOutbox(house, actor));
  const mails = await pageAnswer(asked, '/outbox');
  return <Outbox mails={mails} sends={house.env.smtpUrl !== undefined} />;
}
