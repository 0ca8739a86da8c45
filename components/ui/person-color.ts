/** Colours that tell people apart on avatars and cursors; white text on each passes AA, in light and dark. */
export const personColors = [
  '#0b7285',
  '#a61e4d',
  '#5f3dc4',
  '#2b6a30',
  '#a8470a',
  '#1a5fb4',
  '#862e9c',
  '#6b5310',
  '#b02a37',
  '#3f5b66',
] as const;

/** The same person has the same colour everywhere and always. */
export function personColor(personId: string): string {
  let sum = 7;
  for (const char of personId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return personColors[sum % personColors.length] ?? personColors[0];
}
