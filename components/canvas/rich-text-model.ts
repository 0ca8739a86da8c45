import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import type { TLRichText } from 'tldraw';
import { isEqual, tipTapDefaultExtensions } from 'tldraw';
import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { fillFragment, readFragment } from '#board/rich-text.ts';

/** tldraw's own text schema: what its text editor can hold, and so what a document may. */
const schema = getSchema(tipTapDefaultExtensions);

type RichJson = { type: string; content?: readonly unknown[] };

/** The text as the editor would hold it; undefined when it could not. */
export function parseRichText(json: RichJson): Node | undefined {
  try {
    const node = Node.fromJSON(schema, json);
    node.check();
    return node;
  } catch {
    return undefined;
  }
}

/** Equal for a reader: default attributes and the order of marks make no difference. */
export function sameRichText(a: RichJson, b: RichJson): boolean {
  if (isEqual(a, b)) return true;
  const left = parseRichText(a);
  const right = parseRichText(b);
  return left !== undefined && right !== undefined && left.eq(right);
}

/** Writes what changed from `base` to `mine` into the fragment, keeping what others changed since. */
export function writeRichText(fragment: Y.XmlFragment, base: RichJson, mine: RichJson): void {
  const theirs = readFragment(fragment);
  overwrite(fragment, sameRichText(theirs, base) ? mine : mergeRichText(base, theirs, mine));
}

/** What `theirs` and `mine`, two descendants of `base`, make together; `mine` if that fits no schema. */
export function mergeRichText(base: RichJson, theirs: RichJson, mine: RichJson): TLRichText {
  const origin = scratch(base);
  const left = fork(origin, theirs);
  const right = fork(origin, mine);
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right));
  const merged = readFragment(left.getXmlFragment(ROOT));
  return (parseRichText(merged) ? merged : mine) as TLRichText;
}

const ROOT = 'text';

function scratch(json: RichJson): Y.Doc {
  const doc = new Y.Doc();
  fillFragment(doc.getXmlFragment(ROOT), json);
  return doc;
}

function fork(origin: Y.Doc, json: RichJson): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
  overwrite(doc.getXmlFragment(ROOT), json);
  return doc;
}

function overwrite(fragment: Y.XmlFragment, json: RichJson): void {
  const node = parseRichText(json);
  if (!node || !fragment.doc) return;
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}
