import { isEqual } from 'tldraw';
import type { TLBinding, TLPage, TLPageId, TLRecord, TLShape, TLStore } from 'tldraw';

/** The board as it is about to be shown: the store with incoming changes laid over it. */
export class Outlook {
  readonly #store: TLStore;
  readonly #inDocument: (id: string) => boolean;
  readonly #puts = new Map<string, TLRecord>();
  readonly #removals = new Set<string>();
  #structural = false;

  constructor(store: TLStore, inDocument: (id: string) => boolean) {
    this.#store = store;
    this.#inDocument = inDocument;
  }

  put(record: TLRecord): void {
    const shown = this.get(record.id);
    this.#structural ||= !shown || parentOf(shown) !== parentOf(record) || isBinding(record);
    this.#removals.delete(record.id);
    this.#puts.set(record.id, record);
  }

  remove(id: string): void {
    this.#structural = true;
    this.#puts.delete(id);
    this.#removals.add(id);
  }

  /** Leaves the record as the store has it, or without it. */
  leave(id: string): void {
    this.#puts.delete(id);
  }

  get(id: string): TLRecord | undefined {
    if (this.#removals.has(id)) return undefined;
    return this.#puts.get(id) ?? this.#store.unsafeGetWithoutCapture(id as TLRecord['id']);
  }

  /** True for a record that the document holds, shown or not. */
  exists(id: string): boolean {
    return this.#inDocument(id) || this.get(id) !== undefined;
  }

  /** False when only values changed: positions, words, colours. */
  isStructural(): boolean {
    return this.#structural;
  }

  /** Incoming bindings that point at a record which is in the document but not on screen. */
  bindingsAhead(): string[] {
    return [...this.#puts.values()].filter(isBinding).flatMap(({ id, fromId, toId }) => {
      const ahead = [fromId, toId].some((end) => !this.get(end) && this.exists(end));
      return ahead ? [id] : [];
    });
  }

  shapes(): TLShape[] {
    return this.#all().filter((record) => record.typeName === 'shape');
  }

  bindings(): TLBinding[] {
    return this.#all().filter(isBinding);
  }

  /** In the same order for everybody. */
  pages(): TLPageId[] {
    const pages = this.#all().filter((record): record is TLPage => record.typeName === 'page');
    return pages.sort((a, b) => (a.index + a.id < b.index + b.id ? -1 : 1)).map(({ id }) => id);
  }

  /** What the incoming changes come to; equal ones are left out so that nothing is drawn again. */
  changes(): { put: TLRecord[]; remove: TLRecord['id'][] } {
    const changed = (record: TLRecord): boolean => {
      return !isEqual(this.#store.unsafeGetWithoutCapture(record.id), record);
    };
    return {
      put: [...this.#puts.values()].filter(changed),
      remove: [...this.#removals] as TLRecord['id'][],
    };
  }

  incoming(): TLRecord[] {
    return [...this.#puts.values()];
  }

  #all(): TLRecord[] {
    const kept = this.#store.allRecords().filter(({ id }) => {
      return !this.#puts.has(id) && !this.#removals.has(id);
    });
    return [...kept, ...this.#puts.values()];
  }
}

function isBinding(record: TLRecord): record is TLBinding {
  return record.typeName === 'binding';
}

function parentOf(record: TLRecord): string | undefined {
  return record.typeName === 'shape' ? record.parentId : undefined;
}
