/** Saved under that name, also where a browser knows no other letters than ASCII. */
export function downloadHeaders(
  name: string,
  ending: string,
  type: string,
): Record<string, string> {
  const safe = name.replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, '-').replaceAll(/\p{Surrogate}/gu, '_');
  const ascii = safe.replaceAll(/[^\x20-\x7e]+/gu, '_');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/gu, percent);
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii}.${ending}"; filename*=UTF-8''${encoded}.${ending}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** What `encodeURIComponent` leaves and RFC 8187 does not take. */
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
