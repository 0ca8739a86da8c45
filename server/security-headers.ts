import type { ServerResponse } from 'node:http';

// Next and tldraw put small scripts and styles into the page itself; everything comes from this host.
const policy = (dev: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of every answer: no other host is asked for anything, nobody frames our pages. */
export function setSecurityHeaders(response: ServerResponse, { dev }: { dev: boolean }): void {
  response.setHeader('content-security-policy', policy(dev));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}
