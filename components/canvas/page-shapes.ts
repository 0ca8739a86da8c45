import { isShapeId } from 'tldraw';
import type { Box, Editor, TLRenderingShape, TLShape, TLShapeId } from 'tldraw';

/** Every shape of the page and where it lies, as known since somebody told that they changed. */
export class PageShapes {
  readonly #editor: Editor;
  readonly #all: () => TLRenderingShape[];
  #known: Map<TLShapeId, TLRenderingShape> | undefined;
  readonly #bounds = new Map<TLShapeId, Box | undefined>();

  /** `all` is the editor's own list. */
  constructor(editor: Editor, all: () => TLRenderingShape[]) {
    this.#editor = editor;
    this.#all = all;
  }

  /** Anything may have changed. */
  forget(): void {
    this.#known = undefined;
    this.#bounds.clear();
  }

  /** These moved, were resized or written in, and all else is as it was. */
  haveMoved(ids: ReadonlySet<TLShapeId>): void {
    for (const id of ids) {
      const shape = this.#editor.getShape(id);
      if (!shape || this.#isTiedToOthers(shape)) return this.forget();
      const entry = this.#known?.get(id);
      if (entry) this.#known?.set(id, { ...entry, shape });
      this.#bounds.delete(id);
    }
  }

  /** A group reaches as far as what is in it, an arrow to wherever its ends are. */
  #isTiedToOthers({ id, parentId }: TLShape): boolean {
    return isShapeId(parentId) || this.#editor.getBindingsInvolvingShape(id).length > 0;
  }

  /** Those that reach into the area, and `always`, in the order in which they are mounted. */
  within(area: Box, always: TLShapeId | null): TLRenderingShape[] {
    this.#known ??= new Map(this.#all().map((entry) => [entry.id, entry]));
    return [...this.#known.values()].filter(({ id }) => {
      return id === always || (this.#boundsOf(id)?.collides(area) ?? false);
    });
  }

  #boundsOf(id: TLShapeId): Box | undefined {
    if (!this.#bounds.has(id)) this.#bounds.set(id, this.#editor.getShapePageBounds(id));
    return this.#bounds.get(id);
  }
}
