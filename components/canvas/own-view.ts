import { react } from 'tldraw';
import type { Editor, TLPageId } from 'tldraw';
import { fitCamera } from './fit-camera.ts';
import { keepViews, readViews } from './kept-views.ts';
import type { Views } from './kept-views.ts';

const KEEP_AFTER = 400; // ms at rest

/** Where this person looked on each canvas of a board; survives a reload. */
export class OwnView {
  readonly #editor: Editor;
  readonly #boardId: string;
  readonly #known: Views;
  readonly #arrived = new Set<TLPageId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(editor: Editor, boardId: string) {
    this.#editor = editor;
    this.#boardId = boardId;
    this.#known = readViews(boardId);
  }

  start(): void {
    this.#stop = react('own view', () => {
      const page = this.#editor.getCurrentPageId();
      const { x, y, z } = this.#editor.getCamera();
      if (!this.#arrived.has(page)) return;
      this.#known[page] = { x, y, z };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => keepViews(this.#boardId, this.#known), KEEP_AFTER);
    });
  }

  stop(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    keepViews(this.#boardId, this.#known);
  }

  /** Shows a canvas where this person left it; all of it at the first visit. */
  goTo(page: TLPageId): void {
    const editor = this.#editor;
    if (!editor.getPage(page)) return;
    editor.setCurrentPage(page);
    if (this.#arrived.has(page)) return;
    const bounds = editor.getCurrentPageBounds();
    const camera =
      this.#known[page] ?? (bounds && fitCamera(bounds, editor.getViewportScreenBounds()));
    if (camera) editor.setCamera(camera, { immediate: true });
    this.#arrived.add(page);
  }
}
