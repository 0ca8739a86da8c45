import { z } from 'zod';
import { react } from 'tldraw';
import type { Editor, TLPageId } from 'tldraw';

const coordinate = z.number().min(-1e6).max(1e6);
const views = z.record(
  z.string(),
  z.object({ x: coordinate, y: coordinate, z: z.number().min(0.05).max(8) }),
);
type Views = z.infer<typeof views>;

const KEEP_AFTER = 400; // ms at rest

/** Where this person looked on each canvas of a board; survives a reload. */
export class OwnView {
  readonly #editor: Editor;
  readonly #key: string;
  readonly #known: Views;
  readonly #arrived = new Set<TLPageId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(editor: Editor, boardId: string) {
    this.#editor = editor;
    this.#key = `view:${boardId}`;
    this.#known = read(this.#key);
  }

  start(): void {
    this.#stop = react('own view', () => {
      const page = this.#editor.getCurrentPageId();
      const { x, y, z } = this.#editor.getCamera();
      if (!this.#arrived.has(page)) return;
      this.#known[page] = { x, y, z };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#keep(), KEEP_AFTER);
    });
  }

  stop(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
    this.#keep();
  }

  /** Shows a canvas where this person left it; all of it at the first visit. */
  goTo(page: TLPageId): void {
    const editor = this.#editor;
    if (!editor.getPage(page)) return;
    editor.setCurrentPage(page);
    if (this.#arrived.has(page)) return;
    const left = this.#known[page];
    if (left) editor.setCamera(left, { immediate: true });
    else showAll(editor);
    this.#arrived.add(page);
  }

  #keep(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#known));
    } catch {
      // A full or forbidden storage costs the person their place, nothing else.
    }
  }
}

const READABLE = 0.4; // zoom at which the words on a note can still be read
const EDGE = 16; // px
const PHONE = 640; // px; a narrower canvas shows its beginning

/** Everything on the canvas, never larger than life; on a phone its beginning, at a size to read. */
function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (!bounds) return;
  const { w, h } = editor.getViewportScreenBounds();
  if (w >= PHONE || Math.min(w / bounds.w, h / bounds.h) >= READABLE) {
    editor.zoomToBounds(bounds, { inset: 48, targetZoom: 1, immediate: true });
    return;
  }
  const edge = EDGE / READABLE;
  editor.setCamera({ x: edge - bounds.x, y: edge - bounds.y, z: READABLE }, { immediate: true });
}

function read(key: string): Views {
  try {
    return views.parse(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}
