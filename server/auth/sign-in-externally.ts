import { holdEmail } from '../accounts/hold-email.ts';
import { isSetUp } from '../accounts/is-set-up.ts';
import type { User } from '../db/generated/client.ts';
import type { House, Tx } from '../house.ts';
import { newId } from '../new-id.ts';

/** What the organisation's sign-in service says of a person. */
export interface ExternalIdentity {
  readonly provider: string;
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
}

/**
 * The account of that identity: linked before, or found by a verified e-mail address and linked now,
 * or made. An unverified address is never matched to an existing account. Undefined refuses, and so
 * it does until the house is set up.
 */
export async function signInExternally(
  house: House,
  identity: ExternalIdentity,
): Promise<User | undefined> {
  // The first account belongs to whoever started the server, and that is known by the set-up alone.
  if (!(await isSetUp(house))) return undefined;
  const { provider, subject } = identity;
  const email = identity.email.toLowerCase();
  return house.db.$transaction(async (tx) => {
    await holdEmail(tx, email);
    const linked = await tx.externalAccount.findUnique({
      where: { provider_subject: { provider, subject } },
      include: { user: true },
    });
    if (linked) return linked.user;
    const known = await tx.user.findUnique({ where: { email } });
    if (known && !identity.emailVerified) return undefined;
    const user = known
      ? await handOver(tx, known)
      : await tx.user.create({ data: { id: newId(), email, name: identity.name } });
    await tx.externalAccount.create({ data: { provider, subject, userId: user.id } });
    return user;
  });
}

/**
 * A password may have been set by somebody who only claimed the address: from here on it is void. An
 * administrator keeps theirs, as the way in when the sign-in service is away.
 */
async function handOver(tx: Tx, user: User): Promise<User> {
  const { id, admin } = user;
  if (admin) return user;
  return tx.user.update({
    where: { id },
    data: { passwordHash: null, sessionVersion: { increment: 1 } },
  });
}
