import { computed, isUninitialized, RESET_VALUE } from 'tldraw';
import type { Computed, RecordsDiff, TLRecord, TLShape, TLShapeId, TLStore } from 'tldraw';

interface Change {
  readonly number: number;
  /** Only moved, resized, written in or given other looks; undefined when more happened than that. */
  readonly moved: ReadonlySet<TLShapeId> | undefined;
}

/** What decides where in the page's order a shape is mounted, and how its children are. */
const ORDER = ['index', 'parentId', 'opacity', 'isLocked', 'type'] as const;

/** Whether shapes changed, told from what was written, so that no shape has to be asked. */
export class ShapeChanges {
  readonly #change: Computed<Change>;

  constructor({ history }: TLStore) {
    this.#change = computed<Change>('changes of shapes', (before, since) => {
      history.get();
      if (isUninitialized(before)) return { number: 0, moved: undefined };
      const diffs = history.getDiffSince(since);
      if (diffs === RESET_VALUE) return { number: before.number + 1, moved: undefined };
      const ofShapes = diffs.filter(isOfShapes);
      if (ofShapes.length === 0) return before;
      return { number: before.number + 1, moved: movedBy(ofShapes) };
    });
  }

  /** Counts up with every change of a shape, a binding or a page. */
  get latest(): number {
    return this.#change.get().number;
  }

  /** What the latest of them moved, if it did nothing else. */
  get moved(): ReadonlySet<TLShapeId> | undefined {
    return this.#change.get().moved;
  }
}

type Diff = RecordsDiff<TLRecord>;

function isOfShapes({ added, updated, removed }: Diff): boolean {
  return [added, updated, removed].some((records) => {
    return Object.keys(records).some((id) => /^(shape|binding|page):/.test(id));
  });
}

function movedBy(diffs: readonly Diff[]): ReadonlySet<TLShapeId> | undefined {
  const moved = new Set<TLShapeId>();
  for (const { added, updated, removed } of diffs) {
    const others = { ...added, ...removed };
    if (Object.keys(others).length > 0) return undefined;
    for (const [was, now] of Object.values(updated)) {
      if (was.typeName !== 'shape') return undefined;
      if (!isInOrder(was, now as TLShape)) return undefined;
      moved.add(was.id);
    }
  }
  return moved;
}

/** Frames and groups move what is in them. */
function isInOrder(was: TLShape, now: TLShape): boolean {
  const isAlone = now.type !== 'frame' && now.type !== 'group';
  return isAlone && ORDER.every((key) => was[key] === now[key]);
}
