/** Cursor and avatar colours, far enough apart and dark enough for white letters (AA). */
export const personColors = [
  '#b4462e',
  '#8a5a00',
  '#4d6b1a',
  '#1c7350',
  '#0f6f7d',
  '#2563b0',
  '#5b4bb5',
  '#8c3fa0',
  '#b0356f',
  '#6b5b4d',
] as const;

/** The same colour for the same person everywhere, without storing it. [DOC-14] */
export function personColor(personId: string): string {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return personColors[sum % personColors.length] ?? personColors[0];
}
