import type { House } from '../house.ts';
import { findWelcomeLink } from './welcome-link.ts';

/** Whom a welcome link is for; null when it ran out or was used. */
export async function readWelcome(
  house: House,
  secret: string,
): Promise<{ email: string; name: string } | null> {
  const link = await findWelcomeLink(house, secret);
  return link ? { email: link.user.email, name: link.user.name } : null;
}
