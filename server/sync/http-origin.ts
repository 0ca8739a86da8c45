import type { IncomingMessage } from 'node:http';

/**
 * May this request be answered at all? A page is told by its exact origin, which browsers name on
 * every POST. They leave it out on a GET to the page's own host and say so in `Sec-Fetch-Site`.
 * Without either it is a program, which has to bring a token: a cookie alone does not do. [SYNC-51]
 */
export function mayAskOverHttp(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  origins: { has(origin: string): boolean },
): boolean {
  if (headers.origin !== undefined) return origins.has(headers.origin);
  if (/^bearer /i.test(headers.authorization ?? '')) return true;
  return method === 'GET' && headers['sec-fetch-site'] === 'same-origin';
}
