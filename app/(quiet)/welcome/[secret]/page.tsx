import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WelcomeForm } from '#components/accounts/welcome-form.tsx';
import { DeadLink } from '#components/accounts/dead-link.tsx';
import { readWelcome } from '#server/accounts/read-welcome.ts';
import { theHouse } from '#server/house.ts';

export async function generateMetadata(): Promise<Metadata> {
  // The address is a key to an account: no other site may learn it.
  return { title: (await getTranslations('accounts.welcome'))('title'), referrer: 'no-referrer' };
}

export default async function WelcomePage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const person = await readWelcome(theHouse(), secret);
  return person ? <WelcomeForm secret={secret} {...person} /> : <DeadLink />;
}
