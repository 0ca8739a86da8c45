import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** 256 random bits, written as the Standard Webhooks specification has it. */
export function newSigningSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * The headers that say which message this is, when it was sent, and that it is ours: HMAC-SHA256
 * over id, time and body, once per secret (standardwebhooks.com). [HOOK-3]
 */
export function signedHeaders(
  { id, body }: { id: string; body: string },
  { at, secrets }: { at: Date; secrets: readonly string[] },
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Verbeterbord',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
