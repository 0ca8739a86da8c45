import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { passwordFits } from './passwords.ts';

/** The account that the e-mail address and password fit; undefined when they don't or after too many tries. */
export async function signIn(
  house: House,
  email: string,
  password: string,
): Promise<User | undefined> {
  const account = email.trim().toLowerCase();
  if (!house.attempts.mayTry(account)) return undefined;
  // Counted before it is known how it ends: of many guesses sent at once only a few are tried.
  house.attempts.failed(account);
  const user = await house.db.user.findUnique({ where: { email: account } });
  if (await passwordFits(user?.passwordHash, password)) {
    house.attempts.succeeded(account);
    return user ?? undefined;
  }
  return undefined;
}
