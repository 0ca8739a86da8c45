/** Saved under the measure's name, also where a browser knows no other letters than ASCII. */
export function csvHeaders(name: string): Record<string, string> {
  const safe = name.replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, '-');
  const ascii = safe.replaceAll(/[^\x20-\x7e]+/gu, '_');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/gu, percent);
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${ascii}.csv"; filename*=UTF-8''${encoded}.csv`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** What `encodeURIComponent` leaves and RFC 8187 does not take. */
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
