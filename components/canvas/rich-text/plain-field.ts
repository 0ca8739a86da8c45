import type { TLRichText } from 'tldraw';
import { plainLines, textOfLines } from './plain-lines.ts';

interface Heard {
  readonly onText: (text: TLRichText) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A field for a text of plain lines, where the text editor will be. */
export class PlainField {
  readonly #field = document.createElement('div');
  #calm: (() => void) | undefined;
  #composing = false;

  constructor(place: HTMLElement, text: TLRichText, { onText, onKey }: Heard) {
    const field = this.#field;
    // The name by which tldraw's styles know the editor's own element.
    field.className = 'ProseMirror';
    field.setAttribute('role', 'textbox');
    field.setAttribute('aria-multiline', 'true');
    this.#fill(text);
    field.addEventListener('input', () => onText(this.text()));
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') typeTab(event);
      else onKey(event);
    });
    field.addEventListener('compositionstart', () => (this.#composing = true));
    field.addEventListener('compositionend', () => {
      this.#composing = false;
      // The last input of a composition comes after its end.
      setTimeout(() => this.#restIfCalm());
    });
    place.append(field);
    this.focus();
  }

  focus(): void {
    if (document.activeElement === this.#field) return;
    this.#field.focus();
    this.#mark(Infinity);
  }

  remove(): void {
    this.#calm = undefined;
    this.#field.remove();
  }

  text(): TLRichText {
    return textOfLines(this.#words().split('\n'));
  }

  /** Shows what others made of the text. */
  show(text: TLRichText): void {
    if (this.#words() === plainLines(text)?.join('\n')) return;
    const at = this.#marks('end');
    this.#fill(text);
    this.#mark(at);
  }

  /** Where the editor counts what is marked: each paragraph has a place before and after its words. */
  marked(): { from: number; to: number } {
    const inEditor = (at: number): number => at + this.#words().slice(0, at).split('\n').length;
    return { from: inEditor(this.#marks('start')), to: inEditor(this.#marks('end')) };
  }

  /** Runs `act` as soon as no input method holds the field. */
  whenCalm(act: () => void): void {
    this.#calm = act;
    this.#restIfCalm();
  }

  #restIfCalm(): void {
    if (this.#composing) return;
    const act = this.#calm;
    this.#calm = undefined;
    act?.();
  }

  #fill(text: TLRichText): void {
    const lines = plainLines(text);
    this.#field.textContent = (lines ?? []).join('\n');
    makeEditable(this.#field, lines !== undefined);
  }

  /** A browser keeps one more line break at the end, for the caret to stand on. */
  #words(): string {
    return this.#field.innerText.replace(/\n$/, '');
  }

  /** Characters before one end of what is marked, which are both the caret when nothing is. */
  #marks(side: 'start' | 'end'): number {
    const selection = window.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (!range || !this.#field.contains(range.commonAncestorContainer)) return this.#words().length;
    const before = document.createRange();
    before.selectNodeContents(this.#field);
    before.setEnd(range[`${side}Container`], range[`${side}Offset`]);
    return Math.min(before.toString().length, this.#words().length);
  }

  #mark(at: number): void {
    const words = this.#field.firstChild;
    const selection = window.getSelection();
    if (words instanceof Text) selection?.collapse(words, Math.min(at, words.length));
    else selection?.collapse(this.#field, 0);
  }
}

/** Older browsers do not know fields that take words alone. */
function makeEditable(field: HTMLElement, editable: boolean): void {
  field.setAttribute('contenteditable', editable ? 'plaintext-only' : 'false');
  if (editable && !field.isContentEditable) field.setAttribute('contenteditable', 'true');
}

function typeTab(event: KeyboardEvent): void {
  event.preventDefault();
  document.execCommand('insertText', false, '\t');
}
