import { OAuth2Server } from 'oauth2-mock-server';
import type { MutableToken } from 'oauth2-mock-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setUp } from '#server/accounts/set-up.ts';
import { signOutEverywhere } from '#server/accounts/sign-out-everywhere.ts';
import type { UserActor } from '#server/auth/actor.ts';
import { identify } from '#server/auth/identify.ts';
import { authOptions } from '#server/auth/options.ts';
import { CookieJar } from '#tests/support/cookie-jar.ts';
import { testHouse } from '#tests/support/house.ts';
import type { TestHouse } from '#tests/support/house.ts';
import { founder } from '#tests/support/people.ts';
import { SignInServer } from '#tests/support/sign-in-server.ts';
import { quickestDatabase } from '#tests/support/use-house.ts';

type Claims = Record<string, unknown>;

describe('signing in with the organisation’s own service', () => {
  const provider = new OAuth2Server();
  const server = new SignInServer();
  let house: TestHouse;
  let admin = '';
  let sign: (token: MutableToken) => void = () => {};

  beforeAll(async () => {
    await provider.issuer.keys.generate('RS256');
    await provider.start(0, '127.0.0.1');
    await server.start();
    const env = {
      PUBLIC_URL: server.url,
      OIDC_ISSUER: `${provider.issuer.url ?? ''}/`,
      OIDC_CLIENT_ID: 'board',
      OIDC_CLIENT_SECRET: 'secret',
    };
    house = await testHouse(await quickestDatabase(), { env });
    server.options = () => authOptions(house);
    admin = (await setUp(house, founder)).userId;
    provider.service.on('beforeTokenSigning', (token: MutableToken) => sign(token));
  });
  afterEach(() => {
    sign = () => {};
    expect(house.takeLogged()).toEqual([]);
  });
  afterAll(async () => {
    await server.stop();
    await provider.stop();
    await house.close();
  });

  /** What the service says of whoever signs in next. */
  function serviceSays(claims: Claims): void {
    sign = ({ payload }) => Object.assign(payload, { aud: 'board', ...claims });
  }

  /** Goes to the service and comes back; `bend` may change the way back. */
  async function signIn(
    bend: (back: URL) => void = () => {},
    callbackUrl = '/',
  ): Promise<{ jar: CookieJar; asked: URL; last: Response }> {
    const jar = new CookieJar(server.url);
    const { csrfToken } = (await (await jar.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const away = await jar.post('/api/auth/signin/oidc', { csrfToken, callbackUrl });
    const asked = new URL(away.headers.get('location') ?? '');
    const returned = await jar.get(asked.href);
    const back = new URL(returned.headers.get('location') ?? '');
    bend(back);
    return { jar, asked, last: await jar.get(back.href) };
  }
  const who = ({ cookie }: CookieJar) => identify(house, { cookie, authorization: undefined });
  const fresh = (claims: Claims = {}): Claims => {
    const id = crypto.randomUUID();
    return { sub: id, email: `${id}@example.org`, email_verified: true, name: 'Noor', ...claims };
  };

  it('asks it with PKCE, state and nonce, and for no more than a name and an address', async () => {
    serviceSays(fresh());
    const { asked } = await signIn();
    expect(asked.origin).toBe(provider.issuer.url);
    const params = Object.fromEntries(asked.searchParams);
    expect(params).toMatchObject({
      client_id: 'board',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${server.url}/api/auth/callback/oidc`,
      code_challenge_method: 'S256',
    });
    for (const random of ['code_challenge', 'state', 'nonce'])
      expect(params[random]?.length).toBeGreaterThanOrEqual(32);
    expect(asked.href).not.toContain('secret');
  });

  it('makes an account for somebody new, and knows them the next time', async () => {
    const claims = fresh();
    serviceSays(claims);
    const first = await who((await signIn()).jar);
    expect(first).toMatchObject({
      kind: 'user',
      name: 'Noor',
      email: claims['email'],
      admin: false,
    });
    serviceSays({ ...claims, email: 'moved@example.org', name: 'Noor de Wit' });
    expect(await who((await signIn()).jar)).toEqual(first);
  });

  it('makes none for an address that the service says is not verified', async () => {
    const claims = fresh({ email_verified: false });
    serviceSays(claims);
    expect(await who((await signIn()).jar)).toEqual({ kind: 'nobody' });
    expect(await house.db.user.count({ where: { email: String(claims['email']) } })).toBe(0);
    serviceSays({ ...claims, email_verified: undefined });
    expect(await who((await signIn()).jar)).toMatchObject({ email: claims['email'] });
  });

  it('links the account with that verified address', async () => {
    serviceSays(fresh({ email: founder.email.toUpperCase() }));
    expect(await who((await signIn()).jar)).toMatchObject({ id: admin, admin: true });
  });

  it.each([
    ['not verified', { email_verified: false }],
    ['of which it says nothing', { email_verified: undefined }],
    ['verified in so many words', { email_verified: 'true' }],
  ])('never links an account by an address that is %s', async (_how, claims) => {
    serviceSays(fresh({ email: founder.email, ...claims }));
    const { jar, last } = await signIn();
    expect(await who(jar)).toEqual({ kind: 'nobody' });
    const shown = await jar.get(last.headers.get('location') ?? '');
    expect(shown.headers.get('location')).toBe('/sign-in?error=AccessDenied');
  });

  it.each<[string, Claims]>([
    ['without an address', { email: undefined }],
    ['with an address that is none', { email: 'noor' }],
    ['with an address that is no text', { email: { not: '' } }],
    ['without a subject', { sub: undefined }],
    ['for somebody else’s client', { aud: 'other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that ran out', { exp: 1 }],
    ['with another nonce', { nonce: 'other' }],
  ])('takes no token %s', async (_how, claims) => {
    serviceSays(fresh(claims));
    const { jar, last } = await signIn();
    expect(last.status).toBeLessThan(500);
    expect(await who(jar)).toEqual({ kind: 'nobody' });
    house.takeLogged();
  });

  it.each<[string, (back: URL) => void]>([
    ['another state', (back) => back.searchParams.set('state', 'other')],
    ['no state', (back) => back.searchParams.delete('state')],
    ['another code', (back) => back.searchParams.set('code', 'other')],
    ['an error', (back) => back.searchParams.set('error', 'access_denied')],
  ])('takes nobody back with %s', async (_how, bend) => {
    serviceSays(fresh());
    const { jar, last } = await signIn(bend);
    expect(last.status).toBeLessThan(500);
    expect(await who(jar)).toEqual({ kind: 'nobody' });
    expect(new Set(house.takeLogged().map(({ msg }) => msg))).toEqual(new Set(['sign-in failed']));
  });

  it('ends with signing out everywhere, as any session [ACCESS-4]', async () => {
    serviceSays(fresh());
    const { jar } = await signIn();
    await signOutEverywhere(house, (await who(jar)) as UserActor);
    expect(await who(jar)).toEqual({ kind: 'nobody' });
  });

  it('leads to our own pages alone', async () => {
    for (const callbackUrl of ['https://evil.example/', '//evil.example']) {
      serviceSays(fresh());
      const { last } = await signIn(() => {}, callbackUrl);
      expect(new URL(last.headers.get('location') ?? '', server.url).origin).toBe(server.url);
    }
    serviceSays(fresh());
    const { last } = await signIn(() => {}, '/boards/b1');
    expect(last.headers.get('location')).toBe(`${server.url}/boards/b1`);
  });
});
