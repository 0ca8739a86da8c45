/** The value as Postgres keeps it in text and JSON: it takes neither U+0000 nor half a surrogate pair, which a browser may write. */
export function storable<T>(value: T): T {
  const clean = (_key: string, part: unknown): unknown =>
    typeof part === 'string' ? storableText(part) : part;
  return JSON.parse(JSON.stringify(value), clean) as T;
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
