import { useSyncExternalStore } from 'react';

/** A place for one long-lived thing that an effect starts and stops, readable while rendering. */
export class Held<T> {
  #value: T | undefined;
  readonly #listeners = new Set<() => void>();

  hold(value: T | undefined): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  readonly read = (): T | undefined => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useHeld<T>(place: Held<T>): T | undefined {
  return useSyncExternalStore(place.subscribe, place.read, () => undefined);
}
