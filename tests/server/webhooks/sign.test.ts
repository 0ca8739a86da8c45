import { describe, expect, it } from 'vitest';
import { newSigningSecret, signedHeaders } from '#server/webhooks/sign.ts';
import { isSignedBy } from '#tests/support/standard-webhooks.ts';

describe('a signature [HOOK-3]', () => {
  it('is that of the specification’s own example', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' },
      {
        at: new Date(1614265330_000),
        secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      },
    );
    expect(headers).toMatchObject({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('holds for its secret, its words and its time, and for no other', async () => {
    const at = new Date('2026-11-27T08:00:00Z');
    const [secret, other] = [newSigningSecret(), newSigningSecret()];
    const body = JSON.stringify({ text: 'één “brief” 😀' });
    const headers = signedHeaders({ id: 'a', body }, { at, secrets: [secret] });
    expect(await isSignedBy(secret, { headers, body }, at)).toBe(true);
    expect(await isSignedBy(other, { headers, body }, at)).toBe(false);
    expect(await isSignedBy(secret, { headers, body: `${body} ` }, at)).toBe(false);
    const moved = { ...headers, 'webhook-id': 'b' };
    expect(await isSignedBy(secret, { headers: moved, body }, at)).toBe(false);
    expect(await isSignedBy(secret, { headers, body }, new Date('2026-11-27T08:06:00Z'))).toBe(
      false,
    );
  });

  it('is there once for each secret', async () => {
    const at = new Date('2026-11-27T08:00:00Z');
    const secrets = [newSigningSecret(), newSigningSecret()];
    const headers = signedHeaders({ id: 'a', body: '{}' }, { at, secrets });
    for (const secret of secrets)
      expect(await isSignedBy(secret, { headers, body: '{}' }, at)).toBe(true);
  });

  it('needs a secret of 24 to 64 random bytes', () => {
    const secrets = Array.from({ length: 50 }, newSigningSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
