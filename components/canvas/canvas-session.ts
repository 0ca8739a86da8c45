import { atom, createTLStore } from 'tldraw';
import type { TLStore } from 'tldraw';
import { boardSchema } from '#board/records.ts';
import type { LiveBoard } from './live-board.ts';
import { browserSchedule } from './schedule.ts';
import { StoreBinding } from './store-binding.ts';
import { keepOthersWork } from './undo.ts';
import { uploadImage } from './upload-image.ts';

/** One board on screen: the store that tldraw shows, bound to the document. */
export class CanvasSession {
  readonly store: TLStore;
  readonly binding: StoreBinding;
  readonly #mode = atom<'readonly' | 'readwrite'>('board access', 'readwrite');
  #stops: (() => void)[] = [];

  constructor({ board }: LiveBoard, writable: boolean) {
    this.#mode.set(writable ? 'readwrite' : 'readonly');
    this.store = createTLStore({
      schema: boardSchema,
      assets: { upload: (_asset, file, signal) => uploadImage(board, file, signal) },
      collaboration: { status: null, mode: this.#mode },
    });
    this.binding = new StoreBinding({
      store: this.store,
      board,
      schedule: browserSchedule,
      writable: () => this.#mode.get() === 'readwrite',
    });
  }

  /** What was drawn while it was allowed is still written down when it no longer is. */
  setWritable(writable: boolean): void {
    if (!writable) this.binding.flush();
    this.#mode.set(writable ? 'readwrite' : 'readonly');
  }

  start(): void {
    this.#stops.push(keepOthersWork(this.store));
    this.binding.start();
    this.#stops.push(() => this.binding.stop());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0).reverse()) stop();
  }
}
