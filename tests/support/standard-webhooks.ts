import type { IncomingHttpHeaders } from 'node:http';

/**
 * Checks a message as the Standard Webhooks specification tells a receiver to, with the Web
 * Cryptography of the platform: none of it is the code that signs.
 */
export async function isSignedBy(
  secret: string,
  { headers, body }: { headers: IncomingHttpHeaders; body: string },
  now: Date,
): Promise<boolean> {
  const [id, sent, signatures] = ['id', 'timestamp', 'signature'].map((part) =>
    String(headers[`webhook-${part}`]),
  );
  const tolerance = 5 * 60; // seconds
  if (Math.abs(now.getTime() / 1000 - Number(sent)) > tolerance) return false;
  const raw = bytesOf(atob(secret.replace(/^whsec_/, '')));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  const signed = new TextEncoder().encode(`${id}.${sent}.${body}`);
  for (const signature of (signatures ?? '').split(' ')) {
    const [version, value = ''] = signature.split(',');
    if (version !== 'v1') continue;
    if (await crypto.subtle.verify('HMAC', key, bytesOf(atob(value)), signed)) return true;
  }
  return false;
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
