import { createHmac, timingSafeEqual } from 'node:crypto';
import { mailKinds } from '#board/api/preferences.ts';
import type { MailKind } from '#board/api/preferences.ts';
import type { House } from '../house.ts';

/** Whose mails of which kind a link in a mail ends. */
export interface Unsubscribing {
  readonly userId: string;
  readonly kind: MailKind;
}

/** Says for itself what it ends, and only this server can make one; it holds for as long as the account. [MAIL-6] */
export function unsubscribeToken(house: Pick<House, 'authSecret'>, what: Unsubscribing): string {
  return `${what.kind}.${what.userId}.${signatureOf(house, what)}`;
}

/** Undefined for what is not signed by us. */
export function readUnsubscribeToken(
  house: Pick<House, 'authSecret'>,
  token: string,
): Unsubscribing | undefined {
  const [name, userId, signature, ...more] = token.split('.');
  const kind = mailKinds.find((known) => known === name);
  if (!kind || !userId || !signature || more.length > 0) return undefined;
  const what = { kind, userId };
  return same(signature, signatureOf(house, what)) ? what : undefined;
}

/** The headers with which mail programs offer to end such mails by one press (RFC 2369, RFC 8058). */
export function unsubscribeHeaders(url: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

export function unsubscribeUrl(
  house: Pick<House, 'authSecret' | 'env'>,
  what: Unsubscribing,
): string {
  return `${house.env.publicUrl}/unsubscribe/${unsubscribeToken(house, what)}`;
}

function signatureOf(
  { authSecret }: Pick<House, 'authSecret'>,
  { kind, userId }: Unsubscribing,
): string {
  return createHmac('sha256', authSecret)
    .update(`unsubscribe ${kind} ${userId}`)
    .digest('base64url');
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
