/** A text as it may stand in a mail's subject or a calendar, where a line break would begin something else. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
