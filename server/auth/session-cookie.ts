import { decode } from 'next-auth/jwt';
import { parseCookie } from 'cookie';

/** What a session cookie says; the database says whether it still holds. */
export interface SessionClaim {
  readonly userId: string;
  readonly sessionVersion: number;
}

export const SESSION_SECONDS = 30 * 24 * 3600;
export const GUEST_COOKIE = 'vb-guest';

/** `__Secure-` over https, as next-auth names it. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token';
}

/** Reads and verifies the session in a Cookie header; undefined when there is none that holds. */
export async function readSession(
  cookieHeader: string | undefined,
  { publicUrl, secret }: { publicUrl: string; secret: string },
): Promise<SessionClaim | undefined> {
  const token = joined(parseCookie(cookieHeader ?? ''), sessionCookieName(publicUrl));
  if (!token) return undefined;
  const claims = await decode({ token, secret }).catch(() => null);
  const version = claims?.['sessionVersion'];
  if (!claims?.sub || typeof version !== 'number') return undefined;
  return { userId: claims.sub, sessionVersion: version };
}

export function readGuestSecret(cookieHeader: string | undefined): string | undefined {
  return parseCookie(cookieHeader ?? '')[GUEST_COOKIE];
}

/** next-auth splits a long cookie into name.0, name.1 … */
function joined(cookies: Record<string, string | undefined>, name: string): string | undefined {
  if (cookies[name]) return cookies[name];
  let text = '';
  for (let part = 0; cookies[`${name}.${part}`]; part++) text += cookies[`${name}.${part}`];
  return text || undefined;
}
