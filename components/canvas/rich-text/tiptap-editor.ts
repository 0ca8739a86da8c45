import type { EditorOptions, JSONContent, Editor as Tiptap } from '@tiptap/core';
import type { TLRichText } from 'tldraw';
import { PlainField } from './plain-field.ts';
import { fetchTextEngine, textEngine } from './text-engine.ts';
import type { TextEngine } from './text-engine.ts';

interface Options extends Partial<EditorOptions> {
  readonly element: HTMLElement;
  readonly content: TLRichText & JSONContent;
}

/**
 * In place of tiptap's `Editor` (`@tiptap/react`, next.config.mjs), which tldraw opens on a text: that
 * very editor, or a plain field that takes the words until it has come. What was typed there, and
 * where the caret was, goes on in the editor. [CANVAS-38]
 */
export class Editor {
  readonly #options: Options;
  #real: Tiptap | undefined;
  #plain: PlainField | undefined;

  constructor(options: Options) {
    this.#options = options;
    const engine = textEngine();
    if (engine) this.#real = engine.openEditor(options);
    else this.#openPlain();
  }

  /** As far as tldraw asks for them. */
  get commands(): { setContent(text: Options['content']): void; focus(at?: 'end'): void } {
    if (this.#real) return this.#real.commands;
    return { setContent: (text) => this.#plain?.show(text), focus: () => this.#plain?.focus() };
  }

  destroy(): void {
    this.#real?.destroy();
    this.#plain?.remove();
    this.#plain = undefined;
  }

  #openPlain(): void {
    const { element, content, onUpdate, editorProps } = this.#options;
    this.#plain = new PlainField(element, content, {
      onText: (text) => onUpdate?.(asUpdate(text)),
      onKey: (event) => void editorProps?.handleKeyDown?.call(undefined, viewless, event),
    });
    // Where it cannot come, the plain field stays.
    void fetchTextEngine().then(
      (engine) => this.#plain?.whenCalm(() => this.#goOn(engine)),
      () => undefined,
    );
  }

  #goOn(engine: TextEngine): void {
    const plain = this.#plain;
    if (!plain) return;
    const { onCreate } = this.#options;
    const { from, to } = plain.marked();
    const real = engine.openEditor({
      ...this.#options,
      content: plain.text() as Options['content'],
      autofocus: false,
      onCreate: (event) => {
        const { from, to } = real.state.selection;
        onCreate?.(event);
        real.commands.setTextSelection({ from, to });
      },
    });
    real.commands.setTextSelection({ from, to });
    real.view.focus();
    plain.remove();
    this.#plain = undefined;
    this.#real = real;
  }
}

type Update = Parameters<EditorOptions['onUpdate']>[0];
type View = Parameters<NonNullable<EditorOptions['editorProps']['handleKeyDown']>>[0];

// Of the editor tldraw reads no more than this, and of the view nothing but for the Tab key.
const viewless = undefined as unknown as View;

function asUpdate(text: TLRichText): Update {
  return { editor: { state: { doc: { toJSON: () => text } } } } as unknown as Update;
}
