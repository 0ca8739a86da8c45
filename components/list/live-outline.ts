import type * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { readFlat } from '#board/flat-record.ts';
import type { PlainRecord } from '#board/flat-record.ts';
import { outlineOf } from '#board/outline.ts';
import type { OutlineCanvas } from '#board/outline.ts';
import { checkRecord } from '#board/records.ts';

const PAUSE_MS = 100; // between two outlines while others draw

/** The board as headings and lists, kept up to date; only what changed is read again. */
export class LiveOutline {
  readonly #records: BoardDocument['records'];
  readonly #known = new Map<string, PlainRecord>();
  readonly #listeners = new Set<() => void>();
  #current: readonly OutlineCanvas[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ records }: BoardDocument) {
    this.#records = records;
  }

  get current(): readonly OutlineCanvas[] {
    return this.#current;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows the document; the answer stops it. */
  start(): () => void {
    for (const id of this.#records.keys()) this.#read(id);
    this.#renew();
    this.#records.observeDeep(this.#heard);
    return () => {
      this.#records.unobserveDeep(this.#heard);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#known.clear();
    };
  }

  readonly #heard = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    { local }: Y.Transaction,
  ): void => {
    for (const { path, changes } of events) {
      const [id] = path;
      if (id !== undefined) this.#read(String(id));
      else for (const key of changes.keys.keys()) this.#read(key);
    }
    // What somebody does here shows at once.
    if (local) this.#renew();
    else this.#timer ??= setTimeout(() => this.#renew(), PAUSE_MS);
  };

  #read(id: string): void {
    const map = this.#records.get(id);
    const record = map && readFlat(id, map);
    if (record && checkRecord(record).ok) this.#known.set(id, record);
    else this.#known.delete(id);
  }

  #renew(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#current = outlineOf([...this.#known.values()]);
    for (const listener of this.#listeners) listener();
  }
}
