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

/** Fills a new, empty fragment. Later changes go through y-prosemirror so that they merge. */
export function fillFragment(fragment: Y.XmlFragment, doc: { content?: readonly unknown[] }): void {
  const nodes = (doc.content ?? []) as readonly RichNode[];
  fragment.insert(0, childrenOf(nodes));
}

/** The words alone, one paragraph a line; none where the text is no text at all. */
export function plainText(node: {
  text?: string;
  content?: readonly unknown[];
  type?: string;
}): string {
  return wordsOf(node, 0);
}

/** A node as a client may have written it. */
interface AnyNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly content?: unknown;
}

function wordsOf({ type, text, content }: AnyNode, depth: number): string {
  if (text !== undefined) return typeof text === 'string' ? text : '';
  if (type === 'hardBreak') return '\n';
  if (!Array.isArray(content) || depth === MAX_DEPTH) return '';
  const children = content.filter(isNode);
  const parts = children.map((child) => wordsOf(child, depth + 1));
  const blocks = children.some((child) => child.text === undefined && child.type !== 'hardBreak');
  return parts.join(blocks ? '\n' : '');
}

function isNode(value: unknown): value is AnyNode {
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
  insert: string;
  attributes?: Record<string, unknown>;
}

function readRuns(text: Y.XmlText): RichNode[] {
  const runs = text.toDelta() as Run[];
  return runs.map(({ insert, attributes }) => {
    const marks = Object.entries(attributes ?? {}).map(([type, attrs]) => markOf(type, attrs));
    return { type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) };
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
