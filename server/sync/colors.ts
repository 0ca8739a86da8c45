/** Cursor colours that are told apart on a white board, also by people who see no red or green. */
const colors = [
  '#1a73c8',
  '#c2410c',
  '#7e3ba8',
  '#0b7a53',
  '#b3125e',
  '#8a6100',
  '#3f4ec4',
  '#00708a',
] as const;

/** The same colour for the same person on every board and device. */
export function colorOf(personId: string): string {
  let hash = 0;
  for (const char of personId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return colors[hash % colors.length] ?? colors[0];
}
