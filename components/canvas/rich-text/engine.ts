import { Editor, Extension, generateHTML, getSchema } from '@tiptap/core';
import type { EditorOptions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Highlight } from '@tiptap/extension-highlight';
import { Link } from '@tiptap/extension-link';
import { Node } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { updateYFragment } from 'y-prosemirror';
import type * as Y from 'yjs';
import { quietSetContent } from './quiet-set-content.ts';

// Words in the look of code may be bold too. StarterKit has this very object.
Code.config.excludes = undefined;

/** What a text may hold: the same as in tldraw, whose shapes these texts stand on. */
const parts = [
  StarterKit.configure({ blockquote: false, codeBlock: false, horizontalRule: false }),
  Link.configure({ openOnClick: false, autolink: true }),
  Highlight.extend({ priority: 1100 }),
  Extension.create({
    name: 'enterWithShift',
    addKeyboardShortcuts: () => ({
      'Shift-Enter': ({ editor }) => editor.commands.enter(),
    }),
  }),
  Extension.create({
    name: 'direction',
    addGlobalAttributes: () => [
      { types: ['heading', 'paragraph'], attributes: { dir: { default: 'auto' } } },
    ],
  }),
];

export const schema = getSchema(parts);

/** An editor for one text, in the element that the options name. */
export function openEditor(options: Partial<EditorOptions>): Editor {
  return new Editor({ ...options, extensions: [...parts, quietSetContent] });
}

/** The text as the editor would hold it; undefined when it could not. */
export function parse(json: object): Node | undefined {
  try {
    const node = Node.fromJSON(schema, json);
    node.check();
    return node;
  } catch {
    return undefined;
  }
}

export function htmlOf(json: object): string {
  return generateHTML(json, parts);
}

/** Makes the fragment hold the text, touching only what differs; a text that does not fit is left. */
export function overwrite(fragment: Y.XmlFragment, json: object): void {
  const node = parse(json);
  if (!node || !fragment.doc) return;
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}
