import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authOptions } from '#server/auth/options.ts';
import { identify } from '#server/auth/identify.ts';
import { signOutEverywhere } from '#server/accounts/sign-out-everywhere.ts';
import { CookieJar } from '#tests/support/cookie-jar.ts';
import { testHouse } from '#tests/support/house.ts';
import type { TestHouse } from '#tests/support/house.ts';
import { founder, people } from '#tests/support/people.ts';
import type { People } from '#tests/support/people.ts';
import { SignInServer } from '#tests/support/sign-in-server.ts';
import { quickestDatabase } from '#tests/support/use-house.ts';

describe('signing in with a password', () => {
  let server: SignInServer;
  let house: TestHouse;
  let everybody: People;
  const SESSION = 'next-auth.session-token';

  beforeAll(async () => {
    server = await new SignInServer().start();
    house = await testHouse(await quickestDatabase(), { env: { PUBLIC_URL: server.url } });
    everybody = await people(house);
    server.options = () => authOptions(house);
  });
  afterAll(async () => {
    await server.stop();
    await house.close();
  });

  async function signIn(form: Record<string, string>, jar = new CookieJar(server.url)) {
    const { csrfToken } = (await (await jar.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await jar.post('/api/auth/callback/credentials', { csrfToken, ...form });
    return { jar, response };
  }
  const { email, password } = founder;
  const who = ({ cookie }: CookieJar) => identify(house, { cookie, authorization: undefined });

  it('gives a session that the rest of the server knows', async () => {
    const { jar, response } = await signIn({ email, password });
    expect(response.status).toBe(302);
    expect(await who(jar)).toEqual(everybody.admin.actor);
    const set = response.headers.getSetCookie().find((line) => line.startsWith(SESSION)) ?? '';
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).not.toContain(email);
  });

  it('ends with signing out everywhere [ACCESS-4]', async () => {
    const { jar } = await signIn({ email, password });
    await signOutEverywhere(house, everybody.admin.actor);
    expect(await who(jar)).toEqual({ kind: 'nobody' });
    expect(await who((await signIn({ email, password })).jar)).toEqual(everybody.admin.actor);
  });

  it('gives a new session, whatever cookie was there before', async () => {
    const jar = new CookieJar(server.url);
    const first = (await signIn({ email, password }, jar)).jar.cookie;
    const second = (await signIn({ email, password }, jar)).jar.cookie;
    expect(second).not.toBe(first);
  });

  it.each([
    ['a wrong password', { email, password: 'een-fout-wachtwoord' }],
    ['an unknown account', { email: 'nobody@example.org', password }],
    ['no password', { email, password: '' }],
    ['nothing', {}],
    ['two addresses', { email: `${email},b@example.org`, password }],
    ['a quoted address', { email: `"${email}"`, password }],
    ['a wide @', { email: email.replace('@', '\uff20'), password }],
    ['a character that no database keeps', { email: `${email}\u0000`, password }],
    ['a very long address', { email: `${'a'.repeat(100_000)}@example.org`, password }],
  ])('lets nobody in with %s', async (_what, form) => {
    const { jar, response } = await signIn(form as Record<string, string>);
    expect(response.status).toBeLessThan(500);
    expect(await who(jar)).toEqual({ kind: 'nobody' });
    expect(jar.cookie).not.toContain(SESSION);
  });

  it('needs the token that our own page has', async () => {
    const jar = new CookieJar(server.url);
    await jar.get('/api/auth/csrf');
    for (const csrfToken of ['', 'guessed'])
      await jar.post('/api/auth/callback/credentials', { csrfToken, email, password });
    expect(await who(jar)).toEqual({ kind: 'nobody' });
  });

  it('leads to our own pages alone', async () => {
    for (const callbackUrl of [
      'https://evil.example/x',
      '//evil.example',
      `${server.url}@evil.example`,
    ]) {
      const { response } = await signIn({ email, password, callbackUrl });
      const target = new URL(response.headers.get('location') ?? '', server.url);
      expect(target.origin).toBe(server.url);
    }
  });
});
