import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SetupForm } from '#components/accounts/setup-form.tsx';
import { isSetUp } from '#server/accounts/is-set-up.ts';
import { theHouse } from '#server/house.ts';
import { whoAsks } from '#server/auth/who-asks.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.setup'))('title') };
}

export default async function SetupPage() {
  await whoAsks();
  const house = theHouse();
  if (await isSetUp(house)) redirect('/');
  return <SetupForm asksCode={house.setupCode !== null} />;
}
