import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { House } from '../house.ts';
import { SESSION_SECONDS, sessionCookieName } from './session-cookie.ts';
import { signIn } from './sign-in.ts';
import { signInExternally } from './sign-in-externally.ts';

const OIDC = 'oidc';

/** next-auth for this house: e-mail and password, and the organisation's own sign-in service if set. */
export function authOptions(house: House): NextAuthOptions {
  return {
    secret: house.authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      error: (code, metadata) => house.log.warn({ code, err: errorIn(metadata) }, 'sign-in failed'),
      warn: (code) => house.log.warn({ code }, 'sign-in warning'),
      debug: () => {},
    },
    providers: [passwordProvider(house), ...(house.env.oidc ? [oidcProvider(house.env.oidc)] : [])],
    cookies: {
      sessionToken: {
        name: sessionCookieName(house.env.publicUrl),
        options: {
          httpOnly: true,
          sameSite: 'lax',
          path: '/',
          secure: house.env.publicUrl.startsWith('https:'),
        },
      },
    },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== OIDC) return true;
        const identity = externalIdentity.safeParse(profile);
        if (!identity.success) return false;
        const { sub: subject, email, email_verified: verified, name } = identity.data;
        if (verified === false) return false;
        const known = await signInExternally(house, {
          provider: OIDC,
          subject,
          email,
          emailVerified: verified === true,
          name: name ?? email,
        });
        if (!known) return false;
        user.id = known.id;
        return true;
      },
      async jwt({ token, user }) {
        if (!user) return token;
        const row = await house.db.user.findUniqueOrThrow({ where: { id: user.id } });
        return { sub: row.id, sessionVersion: row.sessionVersion };
      },
      session: ({ session }) => session,
    },
  };
}

/** next-auth gives the error, or wraps it together with what it was about. */
function errorIn(metadata: unknown): unknown {
  const { error } = metadata as { error?: unknown };
  return error ?? metadata;
}

const externalIdentity = z.object({
  sub: z.string().min(1),
  email: z.email(),
  /** Left out by services that vouch for every address; said to be false by those that don't. */
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

function passwordProvider(house: House) {
  return CredentialsProvider({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given) {
      if (!given?.email || !given.password) return null;
      const user = await signIn(house, given.email, given.password);
      return user ? { id: user.id, name: user.name, email: user.email } : null;
    },
  });
}

function oidcProvider(
  oidc: NonNullable<House['env']['oidc']>,
): OAuthConfig<Record<string, unknown>> {
  return {
    id: OIDC,
    name: 'OIDC',
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: (claims) => ({
      id: String(claims['sub']),
      email: String(claims['email']),
      name: String(claims['name']),
    }),
  };
}
