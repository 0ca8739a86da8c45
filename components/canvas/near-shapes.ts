import { atom, Box, computed, react, unsafe__withoutCapture } from 'tldraw';
import type { Editor, TLPageId, TLRenderingShape, TLShape, TLShapeId } from 'tldraw';
import { cardProps } from '#board/cards.ts';
import { PageShapes } from './page-shapes.ts';
import { ShapeChanges } from './shape-changes.ts';

/** Selected cards that are mounted however far away, so that each shows its edge. */
const MOST_KEPT = 100;
/** Zoom below which the words of a card cannot be read. */
const FAR = 0.35;
/** Cards that can be mounted without anybody noticing. */
const FEW = 150;

const known = new WeakMap<Editor, NearShapes>();

/** The one of the editor; made, and in force, from the first call on. */
export function nearShapesOf(editor: Editor): NearShapes {
  const near = known.get(editor) ?? new NearShapes(editor);
  known.set(editor, near);
  return near;
}

/**
 * Has tldraw mount and look at only what is in the window or beside it: by itself it keeps every shape
 * of a page in the DOM, hidden. Many cards seen from far are not mounted at all but painted.
 */
export class NearShapes {
  readonly #editor: Editor;
  readonly #changes: ShapeChanges;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#changes = new ShapeChanges(editor.store);
    const all = editor.getRenderingShapes.bind(editor);
    editor.getRenderingShapes = () => this.#mounted.get();
    // tldraw itself compares every shape of the page with the window, in each frame of a pan.
    editor.getNotVisibleShapes = () => this.#elsewhere.get();
    this.#followWindow(all);
    this.#keepReadyToPoint();
  }

  /** There is something on this canvas, and nothing of it in the window. */
  get isOutOfSight(): boolean {
    return this.#isOutOfSight.get();
  }

  /** Our cards in or beside the window, lowest first, when they are to be painted; else none. */
  get painted(): readonly TLShape[] {
    return this.#painted.get();
  }

  /**
   * While the view moves, tldraw looks in each frame for what lies under the pointer. Its own list asks
   * each shape of the page whether it changed; this one knows whether any did.
   */
  #keepReadyToPoint(): void {
    const editor = this.#editor;
    const all = editor.getCurrentPageRenderingShapesSorted.bind(editor);
    let [known, shapes]: [number, TLShape[]] = [-1, []];
    const follow = (): void => {
      shapes = lowestFirst(this.#near.get());
      known = this.#changes.latest;
    };
    editor.disposables.add(react('what may be pointed at', follow));
    editor.getCurrentPageRenderingShapesSorted = () =>
      this.#changes.latest === known ? shapes : all();
  }

  /** The window and half of one on each side, in steps, so that not each frame of a pan counts. */
  readonly #area = atom('area of mounted shapes', new Box(), {
    isEqual: (a, b) => Box.Equals(a, b),
  });

  readonly #near = atom<TLRenderingShape[]>('shapes near the window', []);

  /**
   * Effects, not computed values: those would be asked in each frame of a pan whether they changed, and
   * would ask every shape of the page.
   */
  #followWindow(all: () => TLRenderingShape[]): void {
    const editor = this.#editor;
    const page = new PageShapes(editor, all);
    let [pageId, known]: [TLPageId | undefined, number] = [undefined, -1];
    const followArea = (): void => {
      this.#area.set(areaAround(editor.getViewportPageBounds()));
    };
    const followShapes = (): void => {
      const { latest, moved } = this.#changes;
      const [area, here] = [this.#area.get(), editor.getCurrentPageId()];
      const editing = editor.getEditingShapeId();
      unsafe__withoutCapture(() => {
        if (here === pageId && moved && latest === known + 1) page.haveMoved(moved);
        else if (here !== pageId || latest !== known) page.forget();
        this.#near.set(page.within(area, editing));
      });
      [pageId, known] = [here, latest];
    };
    editor.disposables.add(react('area of mounted shapes', followArea));
    editor.disposables.add(react('shapes near the window', followShapes));
  }

  readonly #elsewhere = computed('shapes that are not near', () => {
    void this.#changes.latest;
    const near = this.#near.get();
    const page = unsafe__withoutCapture(() => this.#editor.getCurrentPageShapeIds());
    const elsewhere = new Set(page);
    for (const { id } of near) elsewhere.delete(id);
    return elsewhere;
  });

  readonly #isOutOfSight = computed('nothing in sight', () => {
    if (this.#near.get().length === 0) return this.#editor.getCurrentPageShapeIds().size > 0;
    const window = this.#editor.getViewportPageBounds();
    return !this.#near.get().some(({ id }) => {
      const bounds = this.#editor.getShapePageBounds(id);
      return bounds !== undefined && window.collides(bounds);
    });
  });

  readonly #isFar = computed('seen from far', () => {
    if (this.#editor.getZoomLevel() >= FAR) return false;
    return this.#near.get().filter(({ shape }) => isCard(shape)).length > FEW;
  });

  /** What is selected, pointed at or written in shows more than paint can. */
  readonly #kept = computed('cards mounted although far', () => {
    const selected = this.#editor.getSelectedShapeIds();
    const hovered = this.#editor.getHoveredShapeId();
    const editing = this.#editor.getEditingShapeId();
    const kept: (TLShapeId | null)[] = [hovered, editing];
    return new Set(selected.length > MOST_KEPT ? kept : [...kept, ...selected]);
  });

  readonly #mounted = computed('mounted shapes', () => {
    const near = this.#near.get();
    if (!this.#isFar.get()) return near;
    const kept = this.#kept.get();
    return near.filter(({ id, shape }) => !isCard(shape) || kept.has(id));
  });

  readonly #painted = computed('painted cards', (): readonly TLShape[] => {
    if (!this.#isFar.get()) return none;
    return lowestFirst(this.#near.get().filter(({ shape }) => isCard(shape)));
  });
}

const none: readonly TLShape[] = [];

function areaAround({ x, y, w, h }: Box): Box {
  const step = 2 ** Math.ceil(Math.log2(Math.max(w, h) / 4));
  const [left, top] = [Math.floor((x - w / 2) / step), Math.floor((y - h / 2) / step)];
  const [right, bottom] = [Math.ceil((x + 1.5 * w) / step), Math.ceil((y + 1.5 * h) / step)];
  return new Box(left * step, top * step, (right - left) * step, (bottom - top) * step);
}

function lowestFirst(shapes: readonly TLRenderingShape[]): TLShape[] {
  return [...shapes].sort((a, b) => a.index - b.index).map(({ shape }) => shape);
}

function isCard({ type }: TLShape): boolean {
  return type in cardProps;
}
