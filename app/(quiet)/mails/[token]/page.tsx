import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadLink } from '#components/accounts/dead-link.tsx';
import { UnsubscribeForm } from '#components/mail/unsubscribe-form.tsx';
import { theHouse } from '#server/house.ts';
import { readUnsubscribe } from '#server/mail/unsubscribe.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('unsubscribe'))('title'), referrer: 'no-referrer' };
}

export default async function MailsPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const now = await readUnsubscribe(theHouse(), token);
  return now ? <UnsubscribeForm token={token} now={now} /> : <DeadLink />;
}
