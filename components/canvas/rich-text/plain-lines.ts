import type { TLRichText } from 'tldraw';

type RichJson = { readonly type: string; readonly content?: readonly unknown[] };

/**
 * The lines of a text that is paragraphs of words and nothing else; undefined when it has looks,
 * links or lists, for which the text editor is needed.
 */
export function plainLines(doc: RichJson): string[] | undefined {
  const { content } = doc;
  if (doc.type !== 'doc' || !Array.isArray(content) || content.length === 0) return undefined;
  const lines = content.map(plainLine);
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

/** The text that has these lines. */
export function textOfLines(lines: readonly string[]): TLRichText {
  return { type: 'doc', content: lines.map(paragraphOf) };
}

function paragraphOf(line: string): object {
  const content = line === '' ? {} : { content: [{ type: 'text', text: line }] };
  return { type: 'paragraph', attrs: { dir: 'auto' }, ...content };
}

function plainLine(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'paragraph' || !onlyDefaults(node.attrs)) return undefined;
  const words = (node.content ?? []).map(plainWords);
  return words.every((word) => word !== undefined) ? words.join('') : undefined;
}

function plainWords(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'text' || (node.marks ?? []).length > 0) return undefined;
  const { text } = node;
  return typeof text === 'string' && text !== '' && !text.includes('\n') ? text : undefined;
}

function onlyDefaults(attrs: unknown): boolean {
  return Object.entries(attrs ?? {}).every(([key, value]) => key === 'dir' && value === 'auto');
}

interface MaybeNode {
  readonly type?: unknown;
  readonly attrs?: unknown;
  readonly text?: unknown;
  readonly content?: readonly unknown[];
  readonly marks?: readonly unknown[];
}

function isNode(json: unknown): json is MaybeNode {
  if (typeof json !== 'object' || json === null) return false;
  const { content = [], marks = [] } = json as { content?: unknown; marks?: unknown };
  return Array.isArray(content) && Array.isArray(marks);
}
