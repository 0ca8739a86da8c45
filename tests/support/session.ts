import { encode } from 'next-auth/jwt';
import { sessionCookieName } from '#server/auth/session-cookie.ts';
import type { House } from '#server/house.ts';

/** The Cookie header of somebody who signs in just now. */
export async function sessionCookie(house: House, userId: string): Promise<string> {
  const user = await house.db.user.findUniqueOrThrow({ where: { id: userId } });
  const claims = { sub: user.id, sessionVersion: user.sessionVersion };
  return `${sessionCookieName(house.env.publicUrl)}=${await sessionToken(house.authSecret, claims)}`;
}

/** What next-auth puts into the cookie. */
export function sessionToken(secret: string, claims: Record<string, unknown>): Promise<string> {
  return encode({ token: claims, secret });
}
