/** Choices that the browser keeps and the server renders by. */
export const LOCALE_COOKIE = 'vb-locale';
export const THEME_COOKIE = 'vb-theme';
export const ZONE_COOKIE = 'vb-zone';

const YEAR = 365 * 24 * 3600; // seconds; long enough that nobody chooses twice

/** Browser only. An empty value forgets the choice. */
export function keepCookie(name: string, value: string): void {
  const age = value === '' ? 0 : YEAR;
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${age}; samesite=lax`;
}

/** Browser only. */
export function readCookie(name: string): string | undefined {
  const part = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return part && decodeURIComponent(part.slice(name.length + 1));
}
