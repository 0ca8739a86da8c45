/** People that one comment may name. */
export const MAX_MENTIONS = 20;

/** How a person stands in a text: by id, so that a new name is shown everywhere. [TALK-2] */
export const mentionOf = (personId: string): string => `@{${personId}}`;

/** A part of a comment as it is shown. */
export type CommentPart =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'mention'; readonly id: string }
  | { readonly is: 'link'; readonly href: string; readonly text: string };

const mention = /@\{(\w{1,64})\}/gu;
const special = /@\{(\w{1,64})\}|https?:\/\/[^\s<>"{}]+/gu;

/** The ids of the people named in a text, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(([, id]) => id ?? ''))];
}

/** The text as a person reads it, without links and marks: for mails and notices. */
export function withNames(text: string, nameOf: (id: string) => string): string {
  return text.replaceAll(mention, (_all, id: string) => `@${nameOf(id)}`);
}

/**
 * The text in pieces: words, people, and web addresses that may be followed. Only `http` and `https`
 * become links, so that no text can run anything. [TALK-4]
 */
export function partsOf(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const match of text.matchAll(special)) {
    const part = partOf(match);
    if (!part) continue;
    if (match.index > from) parts.push({ is: 'words', text: text.slice(from, match.index) });
    parts.push(part);
    from = match.index + (part.is === 'link' ? part.text.length : match[0].length);
  }
  if (from < text.length) parts.push({ is: 'words', text: text.slice(from) });
  return parts;
}

function partOf([all, id]: RegExpExecArray): CommentPart | undefined {
  if (id !== undefined) return { is: 'mention', id };
  const text = withoutClosing(all);
  if (!URL.canParse(text)) return undefined;
  return { is: 'link', href: new URL(text).href, text };
}

/** A full stop or a bracket after an address belongs to the sentence around it. */
function withoutClosing(address: string): string {
  const trimmed = address.replace(/[.,;:!?'’”]+$/u, '');
  const closes = trimmed.endsWith(')') && !trimmed.includes('(');
  return closes ? withoutClosing(trimmed.slice(0, -1)) : trimmed;
}
