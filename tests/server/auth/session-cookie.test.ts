import { describe, expect, it } from 'vitest';
import { readSession, sessionCookieName } from '#server/auth/session-cookie.ts';
import { sessionToken } from '#tests/support/session.ts';

const secret = 'signs the sessions of this test';
const publicUrl = 'http://board.test';
const name = 'next-auth.session-token';
const claims = { sub: 'u1', sessionVersion: 3 };
const read = (cookie: string | undefined, url = publicUrl) =>
  readSession(cookie, { publicUrl: url, secret });

describe('the session cookie', () => {
  it('says who and under which version', async () => {
    const token = await sessionToken(secret, claims);
    expect(await read(`theme=dark; ${name}=${token}; other=1`)).toEqual({
      userId: 'u1',
      sessionVersion: 3,
    });
  });

  it('may come in chunks', async () => {
    const token = await sessionToken(secret, { ...claims, padding: 'x'.repeat(5000) });
    const chunks = (token.match(/.{1,3000}/g) ?? []).map((part, n) => `${name}.${n}=${part}`);
    expect(chunks.length).toBeGreaterThan(1);
    expect(await read(chunks.join('; '))).toMatchObject({ userId: 'u1' });
    expect(await read(chunks.reverse().join('; '))).toMatchObject({ userId: 'u1' });
    expect(await read(chunks.slice(1).join('; '))).toBeUndefined();
  });

  it('has the prefix __Secure- over https, and no other name counts there', async () => {
    const token = await sessionToken(secret, claims);
    expect(sessionCookieName('https://board.test')).toBe(`__Secure-${name}`);
    expect(await read(`__Secure-${name}=${token}`, 'https://board.test')).toBeDefined();
    expect(await read(`${name}=${token}`, 'https://board.test')).toBeUndefined();
  });

  it('says nothing when it is missing, damaged, signed by another or run out', async () => {
    const token = await sessionToken(secret, claims);
    const [head, ...rest] = token.split('.');
    for (const wrong of [
      undefined,
      '',
      `${name}=`,
      `${name}=${token.slice(0, -2)}`,
      `${name}=${[head, ...rest.reverse()].join('.')}`,
      `${name}=${await sessionToken('another secret', claims)}`,
      `${name}=not a token`,
      `${name}=eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
    ]) {
      expect(await read(wrong)).toBeUndefined();
    }
  });
});
