import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

type Heard = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void;

/** What of a Yjs map is needed here, whatever its values are. */
interface Readable {
  keys(): Iterable<string>;
  observeDeep(heard: Heard): void;
  unobserveDeep(heard: Heard): void;
}

/**
 * The entries of one root of the document as plain values, each read once and kept until it changes,
 * so that a card subscribes to its own entry and to nothing else.
 */
export class LiveMap<T> {
  readonly #root: Readable;
  readonly #prefix: string;
  readonly #read: (id: string) => T;
  readonly #values = new Map<string, T>();
  readonly #pretended = new Map<string, T>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #allListeners = new Set<() => void>();
  #all: readonly T[] | undefined;

  /** The ids are the keys of `root` that start with `prefix`, without it. */
  constructor(root: Readable, prefix: string, read: (id: string) => T) {
    this.#root = root;
    this.#prefix = prefix;
    this.#read = read;
  }

  /** Follows the document; the answer stops it. */
  start(): () => void {
    this.#values.clear();
    this.#all = undefined;
    const observe: Heard = (events) => {
      const keys = new Set<string>();
      for (const event of events) {
        const [first] = event.path;
        if (first !== undefined) keys.add(String(first));
        else for (const key of event.changes.keys.keys()) keys.add(key);
      }
      this.#changed(keys);
    };
    this.#root.observeDeep(observe);
    return () => this.#root.unobserveDeep(observe);
  }

  get(id: string): T {
    const pretended = this.#pretended.get(id);
    if (pretended !== undefined) return pretended;
    const known = this.#values.get(id);
    if (known !== undefined || this.#values.has(id)) return known as T;
    const value = this.#read(id);
    this.#values.set(id, value);
    return value;
  }

  /** Every entry, by id. */
  all(): readonly T[] {
    this.#all ??= [...this.#root.keys()]
      .filter((key) => key.startsWith(this.#prefix))
      .sort()
      .map((key) => this.get(key.slice(this.#prefix.length)));
    return this.#all;
  }

  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  subscribeAll(listener: () => void): () => void {
    this.#allListeners.add(listener);
    return () => this.#allListeners.delete(listener);
  }

  /** Shows a value that is expected to come true, until the document says anything or it is taken back. */
  pretend(id: string, value: T): () => void {
    this.#pretended.set(id, value);
    this.#tell([id]);
    return () => {
      if (this.#pretended.get(id) !== value) return;
      this.#pretended.delete(id);
      this.#tell([id]);
    };
  }

  #changed(keys: ReadonlySet<string>): void {
    const ids = [...keys]
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length));
    if (ids.length === 0) return;
    for (const id of ids) this.#pretended.delete(id);
    for (const id of ids) this.#values.delete(id);
    this.#tell(ids);
  }

  #tell(ids: readonly string[]): void {
    this.#all = undefined;
    for (const id of ids) for (const listener of this.#listeners.get(id) ?? []) listener();
    for (const listener of this.#allListeners) listener();
  }
}

/** One entry, followed. */
export function useLive<T>(map: LiveMap<T>, id: string): T {
  const get = (): T => map.get(id);
  return useSyncExternalStore((listener) => map.subscribe(id, listener), get, get);
}

/** Every entry, followed. */
export function useLiveAll<T>(map: LiveMap<T>): readonly T[] {
  const all = (): readonly T[] => map.all();
  return useSyncExternalStore((listener) => map.subscribeAll(listener), all, all);
}
