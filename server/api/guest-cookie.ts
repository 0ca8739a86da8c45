import { stringifySetCookie } from 'cookie';
import { GUEST_COOKIE } from '../auth/session-cookie.ts';

const GUEST_SECONDS = 180 * 24 * 3600;

/** Keeps a guest's name and boards in their browser for half a year. */
export function guestCookie(secret: string, publicUrl: string): string {
  return stringifySetCookie({
    name: GUEST_COOKIE,
    value: secret,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: GUEST_SECONDS,
  });
}
