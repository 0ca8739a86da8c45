import { signIn } from 'next-auth/react';

/** Signs in with a password that was chosen a moment ago and opens a page as that person. */
export async function enter(email: string, password: string, goTo: string): Promise<void> {
  await signIn('credentials', { email, password, redirect: false });
  location.assign(goTo);
}
