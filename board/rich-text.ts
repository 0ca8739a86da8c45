import * as Y from 'yjs';

/** A ProseMirror document or node as JSON, as tldraw keeps it in `props.richText`. */
export interface RichNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/**
 * Deeper than any list that a person makes; what lies deeper is left out, since a text nested without
 * end would end the process that reads it.
 */
const MAX_DEPTH = 100;

/** Reads a fragment as y-prosemirror writes it: elements are nodes, text attributes are marks. */
export function readFragment(fragment: Y.XmlFragment): RichNode & { content: RichNode[] } {
  return { type: 'doc', content: readNodes(fragment, 0) };
}

/**
 * Puts what the document holds into a fragment, a new and empty one as a rule. Later changes go
 * through y-prosemirror so that they merge.
 */
export function fillFragment(fragment: Y.XmlFragment, doc: unknown, at = 0): void {
  fragment.insert(at, childrenOf(nodeOf(doc, 0)?.content ?? []));
}

/** The words alone, one paragraph a line; none where there is no text at all. */
export function plainText(doc: unknown): string {
  return wordsOf(nodeOf(doc, 0)?.content ?? []);
}

const SAFE_LINK = /^(?:https?:|mailto:)/i;

/** True when a link in the text leads anywhere but to a page or a mail. */
export function hasUnsafeLink(doc: unknown): boolean {
  return (nodeOf(doc, 0)?.content ?? []).some(holdsUnsafeLink);
}

function holdsUnsafeLink({ marks = [], content = [] }: RichNode): boolean {
  const unsafe = marks.some(({ type, attrs }) => {
    return type === 'link' && !SAFE_LINK.test(String(attrs?.['href'] ?? '').trim());
  });
  return unsafe || content.some(holdsUnsafeLink);
}

function wordsOf(nodes: readonly RichNode[]): string {
  const lines: string[] = [];
  let inLine = false;
  for (const { type, text, content = [] } of nodes) {
    const inline = text !== undefined || type === 'hardBreak';
    const words = text ?? (type === 'hardBreak' ? '\n' : wordsOf(content));
    if (inline && inLine) lines.push((lines.pop() ?? '') + words);
    else lines.push(words);
    inLine = inline;
  }
  return lines.join('\n');
}

/** The node that some JSON holds, with everything left out that is none; clients may write anything. */
function nodeOf(json: unknown, depth: number): RichNode | undefined {
  if (!isObject(json)) return undefined;
  const { type, text, attrs, content, marks } = json;
  if (typeof text === 'string') {
    return text === '' ? undefined : { type: 'text', text, marks: marksOf(marks) };
  }
  if (typeof type !== 'string') return undefined;
  const inside: unknown[] = Array.isArray(content) && depth < MAX_DEPTH ? content : [];
  return {
    type,
    attrs: isObject(attrs) ? attrs : {},
    content: inside.flatMap((child) => nodeOf(child, depth + 1) ?? []),
  };
}

function marksOf(json: unknown): NonNullable<RichNode['marks']> {
  return (Array.isArray(json) ? (json as unknown[]) : []).filter(isObject).flatMap((mark) => {
    const { type, attrs } = mark;
    return typeof type === 'string' ? [{ type, attrs: isObject(attrs) ? attrs : {} }] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readNodes(parent: Y.XmlFragment, depth: number): RichNode[] {
  if (depth === MAX_DEPTH) return [];
  return parent.toArray().flatMap((node: unknown) => {
    if (node instanceof Y.XmlText) return readRuns(node);
    return node instanceof Y.XmlElement ? [readElement(node, depth)] : [];
  });
}

function readElement(element: Y.XmlElement, depth: number): RichNode {
  const attrs = element.getAttributes() as Record<string, unknown>;
  const content = readNodes(element, depth + 1);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

interface Run {
  /** An object where somebody put something that is no text. */
  insert: string | object;
  attributes?: Record<string, unknown>;
}

function readRuns(text: Y.XmlText): RichNode[] {
  const runs = text.toDelta() as Run[];
  return runs.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    const marks = Object.entries(attributes ?? {}).map(([type, attrs]) => markOf(type, attrs));
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function markOf(type: string, attrs: unknown): { type: string; attrs?: Record<string, unknown> } {
  const has = typeof attrs === 'object' && attrs !== null && Object.keys(attrs).length > 0;
  return has ? { type, attrs: attrs as Record<string, unknown> } : { type };
}

function childrenOf(nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Run[] = [];
  const closeText = (): void => {
    if (runs.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(runs);
    children.push(text);
    runs = [];
  };
  for (const node of nodes) {
    if (node.text !== undefined) runs.push(runOf(node));
    else {
      closeText();
      children.push(elementOf(node));
    }
  }
  closeText();
  return children;
}

function runOf(node: RichNode): Run {
  const attributes = Object.fromEntries(
    (node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]),
  );
  return { insert: node.text ?? '', attributes };
}

function elementOf(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null && value !== undefined) element.setAttribute(key, value as string);
  }
  element.insert(0, childrenOf(node.content ?? []));
  return element;
}
