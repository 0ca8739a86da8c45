import { describe, expect, it } from 'vitest';
import { setUp } from '#server/accounts/set-up.ts';
import { signInExternally } from '#server/auth/sign-in-externally.ts';
import type { ExternalIdentity } from '#server/auth/sign-in-externally.ts';
import { forgetSetUp } from '#tests/support/forget-set-up.ts';
import { founder } from '#tests/support/people.ts';
import { useHouse } from '#tests/support/use-house.ts';

describe('single sign-on', () => {
  const opened = useHouse();
  const identity = (more: Partial<ExternalIdentity> = {}): ExternalIdentity => ({
    provider: 'oidc',
    subject: 'subject-1',
    email: founder.email,
    emailVerified: true,
    name: 'Anna',
    ...more,
  });

  async function settled(): Promise<string> {
    await forgetSetUp(opened.house.db);
    return (await setUp(opened.house, founder)).userId;
  }

  it('links an account by its verified e-mail address, and knows it by its subject from then on', async () => {
    const { house } = opened;
    const id = await settled();
    const known = await signInExternally(house, identity({ email: founder.email.toUpperCase() }));
    expect(known).toMatchObject({ id });
    const moved = identity({ email: 'anna@elsewhere.example', emailVerified: false });
    expect(await signInExternally(house, moved)).toMatchObject({ id, email: founder.email });
    expect(await house.db.externalAccount.count()).toBe(1);
  });

  it('never links an account by an e-mail address that is not verified', async () => {
    const { house } = opened;
    await settled();
    const claimed = identity({ emailVerified: false });
    expect(await signInExternally(house, claimed)).toBeUndefined();
    expect(await house.db.externalAccount.count()).toBe(0);
  });

  it('voids a password that somebody else may have set for that address', async () => {
    const { house } = opened;
    await settled();
    const email = 'later@example.org';
    const claimed = await house.db.user.create({
      data: { id: 'claimed', email, name: 'Anna', passwordHash: 'set by somebody' },
    });
    const user = await signInExternally(house, identity({ subject: 'subject-3', email }));
    expect(user).toMatchObject({ id: 'claimed', passwordHash: null });
    expect(user?.sessionVersion).toBe(claimed.sessionVersion + 1);
  });

  it('makes an account that is in no team for somebody new', async () => {
    const { house } = opened;
    await settled();
    const fresh = identity({ subject: 'subject-2', email: 'Nieuw@example.org', name: 'Nieuw' });
    const user = await signInExternally(house, fresh);
    expect(user).toMatchObject({ email: 'nieuw@example.org', name: 'Nieuw', admin: false });
    expect(user?.passwordHash).toBeNull();
    expect(await house.db.membership.count({ where: { userId: user?.id ?? '' } })).toBe(0);
  });

  it('tells subjects of two providers apart', async () => {
    const { house } = opened;
    const id = await settled();
    await signInExternally(house, identity());
    const other = identity({ provider: 'another', email: 'b@example.org' });
    expect((await signInExternally(house, other))?.id).not.toBe(id);
  });

  it('gives one account to somebody who comes in twice at once', async () => {
    const { house } = opened;
    await settled();
    const fresh = identity({ subject: 'subject-3', email: 'tweemaal@example.org' });
    const users = await Promise.all([1, 2].map(() => signInExternally(house, fresh)));
    expect(new Set(users.map((user) => user?.id)).size).toBe(1);
    expect(users[0]).toBeDefined();
  });

  it('waits until the house is set up: the first account is made by whoever started the server', async () => {
    const { house } = opened;
    await forgetSetUp(house.db);
    expect(await signInExternally(house, identity({ email: 'early@example.org' }))).toBeUndefined();
    await expect(setUp(house, founder)).resolves.toMatchObject({ token: expect.any(String) });
  });
});
