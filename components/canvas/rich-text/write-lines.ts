import * as Y from 'yjs';
import { mergeText } from '#board/merge-text.ts';
import { fillFragment } from '#board/rich-text.ts';
import { textOfLines } from './plain-lines.ts';

/** Makes the fragment hold these lines, touching only those that differ. */
export function writeLines(fragment: Y.XmlFragment, lines: readonly string[]): void {
  const paragraphs = fragment.toArray();
  const held = paragraphs.map(lineOf);
  const { start, end } = sameEnds(held, lines);
  const old = held.length - end;
  const fresh = lines.length - end;
  let at = start;
  while (at < Math.min(old, fresh) && rewrite(paragraphs[at], lines[at] ?? '')) at++;
  if (old > at) fragment.delete(at, old - at);
  if (fresh > at) fillFragment(fragment, textOfLines(lines.slice(at, fresh)), at);
}

/** How many lines at the start and at the end are the same in both. */
function sameEnds(
  before: readonly (string | undefined)[],
  after: readonly string[],
): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}

/** The words of a plain paragraph; undefined for anything else. */
function lineOf(node: unknown): string | undefined {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'paragraph') return undefined;
  if (node.length === 0) return '';
  return textOf(node)?.toString();
}

function textOf(node: Y.XmlElement): Y.XmlText | undefined {
  const inside = node.length === 1 ? (node.get(0) as unknown) : undefined;
  return inside instanceof Y.XmlText ? inside : undefined;
}

/** Gives a paragraph its new words in place, so that what others type into it stays. */
function rewrite(node: unknown, line: string): boolean {
  const before = lineOf(node);
  if (before === undefined || !(node instanceof Y.XmlElement)) return false;
  const text = textOf(node);
  if (text) mergeText(text, before, line);
  else if (line !== '') node.insert(0, [new Y.XmlText(line)]);
  return true;
}
