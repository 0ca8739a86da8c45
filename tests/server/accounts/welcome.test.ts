import { describe, expect, it } from 'vitest';
import { acceptWelcome } from '#server/accounts/accept-welcome.ts';
import { readWelcome } from '#server/accounts/read-welcome.ts';
import { createWelcomeLink } from '#server/accounts/welcome-link.ts';
import { identify } from '#server/auth/identify.ts';
import { signIn } from '#server/auth/sign-in.ts';
import { signInExternally } from '#server/auth/sign-in-externally.ts';
import { addMember } from '#server/teams/add-member.ts';
import { DAY_MS } from '#tests/support/house-clock.ts';
import { refused } from '#tests/support/refused.ts';
import { useSettledHouse } from '#tests/support/use-house.ts';

describe('welcome link', () => {
  const world = useSettledHouse();
  let count = 0;

  /** Somebody added by e-mail address, who has no password yet. */
  async function invited() {
    const { house, people } = world;
    const input = { email: `w${++count}@example.org`, name: 'Wim', role: 'member' as const };
    const member = await addMember(house, people.manager.actor, people.teamId, input);
    return { ...member, secret: member.welcomeUrl?.split('/welcome/')[1] ?? '' };
  }
  const password = 'nog-een-lang-wachtwoord';

  /** A second link to the same account. */
  async function anotherLink(userId: string): Promise<string> {
    const { house } = world;
    const url = await house.db.$transaction((tx) => createWelcomeLink(tx, house, userId));
    return url.split('/welcome/')[1] ?? '';
  }

  it('lets somebody choose a password and come in', async () => {
    const { house } = world;
    const { id, email, active, secret, welcomeUrl } = await invited();
    expect(active).toBe(false);
    expect(welcomeUrl).toBe(`http://board.test/welcome/${secret}`);
    expect(await readWelcome(house, secret)).toEqual({ email, name: 'Wim' });
    const answer = await acceptWelcome(house, { secret, password, name: 'Wim de Wit' });
    expect(answer).toEqual({ userId: id, email, token: expect.stringMatching(/^vb_/) });
    const authorization = `Bearer ${answer.token}`;
    expect(await identify(house, { authorization, cookie: undefined })).toMatchObject({ id });
    expect(await signIn(house, email, password)).toMatchObject({ id, name: 'Wim de Wit' });
  });

  it('works once', async () => {
    const { house } = world;
    const { secret } = await invited();
    await acceptWelcome(house, { secret, password });
    expect(await readWelcome(house, secret)).toBeNull();
    const again = acceptWelcome(house, { secret, password: 'een-ander-wachtwoord' });
    await expect(again).rejects.toEqual(refused('expired'));
  });

  it('works once when it is opened twice at the same time', async () => {
    const { house } = world;
    const { secret, email } = await invited();
    const words = ['het-eerste-wachtwoord', 'het-tweede-wachtwoord'] as const;
    const both = words.map((word) => acceptWelcome(house, { secret, password: word }));
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [first, second] = settled;
    expect(
      first?.status === 'rejected' ? first.reason : (second as PromiseRejectedResult).reason,
    ).toEqual(refused('expired'));
    const fits = await Promise.all(words.map((word) => signIn(house, email, word)));
    expect(fits.filter((user) => user !== undefined)).toHaveLength(1);
  });

  it('runs out after two weeks', async () => {
    const { house } = world;
    const { secret } = await invited();
    house.time.pass(14 * DAY_MS);
    expect(await readWelcome(house, secret)).toBeNull();
    const late = acceptWelcome(house, { secret, password });
    await expect(late).rejects.toEqual(refused('expired'));
  });

  it('is stored as a hash only', async () => {
    const { house } = world;
    const { id, secret } = await invited();
    const [link] = await house.db.welcomeLink.findMany({ where: { userId: id } });
    expect(secret.length).toBeGreaterThanOrEqual(22);
    expect(JSON.stringify(link)).not.toContain(secret);
    expect(link?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds no longer once the account is in use by another link', async () => {
    const { house } = world;
    const { id, email, secret } = await invited();
    const second = await anotherLink(id);
    await acceptWelcome(house, { secret, password });
    expect(await readWelcome(house, second)).toBeNull();
    const takeover = acceptWelcome(house, { secret: second, password: 'van-een-ander-iemand' });
    await expect(takeover).rejects.toEqual(refused('expired'));
    expect(await signIn(house, email, password)).toMatchObject({ id });
  });

  it('lets one in when two links of one account are opened at the same time', async () => {
    const { house } = world;
    const { id, secret } = await invited();
    const links = [secret, await anotherLink(id)];
    const settled = await Promise.allSettled(
      links.map((one) => acceptWelcome(house, { secret: one, password })),
    );
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('holds no longer once the person came in by single sign-on', async () => {
    const { house } = world;
    const { secret, email } = await invited();
    const identity = { provider: 'oidc', subject: email, email, emailVerified: true, name: 'Wim' };
    expect(await signInExternally(house, identity)).toMatchObject({ email });
    const takeover = acceptWelcome(house, { secret, password });
    await expect(takeover).rejects.toEqual(refused('expired'));
  });
});
