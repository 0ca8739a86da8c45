import * as Y from 'yjs';

/** A ProseMirror document or node as JSON, as tldraw keeps it in `props.richText`. */
export interface RichNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** Reads a fragment as y-prosemirror writes it: elements are nodes, text attributes are marks. */
export function readFragment(fragment: Y.XmlFragment): RichNode & { content: RichNode[] } {
  return { type: 'doc', content: fragment.toArray().flatMap(readNode) };
}

/** Fills a new, empty fragment. Later changes go through y-prosemirror so that they merge. */
export function fillFragment(fragment: Y.XmlFragment, doc: { content?: readonly unknown[] }): void {
  const nodes = (doc.content ?? []) as readonly RichNode[];
  fragment.insert(0, childrenOf(nodes));
}

/** The words alone, one paragraph a line. */
export function plainText(node: {
  text?: string;
  content?: readonly unknown[];
  type?: string;
}): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const children = (node.content ?? []) as readonly RichNode[];
  const parts = children.map(plainText);
  const blocks = children.some((child) => child.text === undefined && child.type !== 'hardBreak');
  return parts.join(blocks ? '\n' : '');
}

function readNode(node: unknown): RichNode[] {
  if (node instanceof Y.XmlText) return readRuns(node);
  if (node instanceof Y.XmlElement) return [readElement(node)];
  return [];
}

function readElement(element: Y.XmlElement): RichNode {
  const attrs = element.getAttributes() as Record<string, unknown>;
  const content = element.toArray().flatMap(readNode);
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
