import { hashSecret, newSecret } from '../auth/secrets.ts';
import type { User, WelcomeLink } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';
import { isActive } from './is-active.ts';

const WELCOME_MS = 14 * 24 * 3600_000;

/** Makes a link with which the person can choose a password within two weeks, once. */
export async function createWelcomeLink(
  tx: Tx,
  { env, clock }: Pick<House, 'env' | 'clock'>,
  userId: string,
): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(clock().getTime() + WELCOME_MS);
  await tx.welcomeLink.create({
    data: { id: newId(), userId, hash: hashSecret(secret), expiresAt },
  });
  return `${env.publicUrl}/welcome/${secret}`;
}

/** The link and its account; undefined when it was used, ran out, or the account is in use by another way in. */
export async function findWelcomeLink(
  { db, clock }: House,
  secret: string,
): Promise<(WelcomeLink & { user: User }) | undefined> {
  const link = await db.welcomeLink.findUnique({
    where: { hash: hashSecret(secret) },
    include: { user: { include: { accounts: true } } },
  });
  if (!link || link.usedAt || link.expiresAt <= clock()) return undefined;
  return isActive(link.user) ? undefined : link;
}
