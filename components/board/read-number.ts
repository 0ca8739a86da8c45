/** A number as people write it, with a comma or a point; what is none stays text for the server to refuse. */
export function readNumber(typed: string): number | string | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : typed;
}
