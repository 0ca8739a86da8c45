import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '#components/accounts/sign-in-form.tsx';
import { isSetUp } from '#server/accounts/is-set-up.ts';
import { whoAsks } from '#server/auth/who-asks.ts';
import { theHouse } from '#server/house.ts';
import { ownPath } from '../../own-path.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.signIn'))('title') };
}

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const actor = await whoAsks();
  const { next, error } = await searchParams;
  const goTo = ownPath(next);
  if (actor.kind === 'user') redirect(goTo);
  const house = theHouse();
  if (!(await isSetUp(house))) redirect('/setup');
  return (
    <SignInForm
      goTo={goTo}
      singleSignOn={house.env.oidc !== undefined}
      failed={error !== undefined}
    />
  );
}
