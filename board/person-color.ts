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

/** The same person has the same colour everywhere and always. [DOC-14] */
export function personColor(personId: string): string {
  // FNV-1a: ids that look alike still end up far apart.
  let hash = 0x811c9dc5;
  for (let at = 0; at < personId.length; at++) {
    hash = Math.imul(hash ^ personId.charCodeAt(at), 0x01000193) >>> 0;
  }
  return personColors[hash % personColors.length] ?? personColors[0];
}
