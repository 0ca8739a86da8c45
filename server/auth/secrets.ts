import { createHash, randomBytes } from 'node:crypto';

/** 192 random bits for a link, a cookie or a token; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** sha256 as hex: enough for secrets that are random, unlike passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
