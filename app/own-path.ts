/** Where to go after signing in: a path of our own, whatever the address asked for. */
export function ownPath(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const base = 'http://own';
  // The browser reads `//host` and `/\host` as another site, so ask a parser rather than the text.
  if (!URL.canParse(asked, base)) return '/';
  const url = new URL(asked, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/';
}
