import { asLocale } from '../accounts/as-locale.ts';
import type { User } from '../db/generated/client.ts';
import type { House } from '../house.ts';
import { nobody } from './actor.ts';
import type { Actor, UserActor } from './actor.ts';
import { hashSecret } from './secrets.ts';
import { readGuestSecret, readSession } from './session-cookie.ts';

/** The headers that can say who asks. */
export interface Credentials {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

/**
 * Who asks: by API token, by session, or as a guest, in that order. A token that is given but does
 * not hold makes nobody of the asker, whatever cookies came along. [ACCESS-2]
 */
export async function identify(house: House, credentials: Credentials): Promise<Actor> {
  const { authorization, cookie } = credentials;
  if (authorization !== undefined) return (await byToken(house, authorization)) ?? nobody;
  return (await bySession(house, cookie)) ?? (await asGuest(house, cookie)) ?? nobody;
}

async function byToken(
  { db, clock }: House,
  authorization: string,
): Promise<UserActor | undefined> {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  if (!token) return undefined;
  const row = await db.apiToken.findUnique({
    where: { hash: hashSecret(token) },
    include: { user: true },
  });
  if (!row || row.revokedAt) return undefined;
  const now = clock();
  // Once a minute is enough to tell a used token from a forgotten one.
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > 60_000) {
    await db.apiToken.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return asUser(row.user);
}

async function bySession(house: House, cookie: string | undefined): Promise<UserActor | undefined> {
  const claim = await readSession(cookie, {
    publicUrl: house.env.publicUrl,
    secret: house.authSecret,
  });
  if (!claim) return undefined;
  const user = await house.db.user.findUnique({ where: { id: claim.userId } });
  return user?.sessionVersion === claim.sessionVersion ? asUser(user) : undefined;
}

async function asGuest({ db }: House, cookie: string | undefined): Promise<Actor | undefined> {
  const secret = readGuestSecret(cookie);
  if (!secret) return undefined;
  const guest = await db.guest.findUnique({ where: { hash: hashSecret(secret) } });
  return guest ? { kind: 'guest', id: guest.id, name: guest.name } : undefined;
}

export function asUser(user: User): UserActor {
  return {
    kind: 'user',
    id: user.id,
    name: user.name,
    email: user.email,
    admin: user.admin,
    locale: asLocale(user.locale),
    timeZone: user.timeZone,
    browserZone: user.browserZone,
    browserLocale: asLocale(user.browserLocale),
  };
}
