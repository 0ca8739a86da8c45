import type { Editor, TLRichText } from 'tldraw';
import type { Screen } from './store-binding.ts';

/** The editor as the binding sees it: gestures to protect and a text field to keep in step. */
export class EditorScreen implements Screen {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  quietly(work: () => void): void {
    // Locked shapes change too: the lock is against people here, not against what others did.
    this.#editor.run(work, { history: 'ignore', ignoreShapeLock: true });
  }

  /** tldraw 3 breaks when a shape disappears under a gesture, and keeps editing one that is gone. */
  letGo(ids: ReadonlySet<string>): void {
    const editor = this.#editor;
    const held = editor.getSelectedShapeIds().some((id) => ids.has(id));
    const editing = editor.getEditingShapeId();
    if ((held || (editing && ids.has(editing))) && !editor.isIn('select.idle')) editor.cancel();
    if (editing && ids.has(editing)) editor.setEditingShape(null);
    const hovered = editor.getHoveredShapeId();
    if (hovered && ids.has(hovered)) editor.setHoveredShape(null);
  }

  endStep(): void {
    this.#editor.markHistoryStoppingPoint('words of others');
  }

  composing(): string | undefined {
    const composing = this.#editor.getRichTextEditor()?.view.composing;
    return composing ? (this.#editor.getEditingShapeId() ?? undefined) : undefined;
  }

  /** In the same task as the store's change, so that no keystroke falls in between. */
  shown(ids: ReadonlySet<string>): void {
    const id = this.#editor.getEditingShapeId();
    const text = this.#editor.getRichTextEditor();
    if (!id || !text || !ids.has(id)) return;
    const { richText } = (this.#editor.getShape(id)?.props ?? {}) as { richText?: TLRichText };
    if (richText)
      text.commands.setContent(richText as Parameters<typeof text.commands.setContent>[0]);
  }
}
