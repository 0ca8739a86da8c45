import * as Y from 'yjs';
import { frameUpdate } from './frames.ts';
import type { FramedUpdate } from './frames.ts';

/** An update without structs and deletions. */
export const NOTHING = Uint8Array.of(0, 0);

/** Updates after which what nobody asked for meanwhile is a waste of memory. */
const MOST_UNASKED = 64;

/**
 * Updates that keep coming, merged for whoever asks in between. Each chunk is more than twice the
 * next, so that one more update costs no new merge of everything: an update is merged again a number
 * of times that grows with the logarithm of them all.
 */
export class MergedUpdates {
  private chunks: FramedUpdate[] = [];
  private fresh: Uint8Array[] = [];
  private unasked = 0;

  constructor(updates: Iterable<Uint8Array> = []) {
    this.fresh = [...updates];
  }

  add(update: Uint8Array): void {
    this.fresh.push(update);
    this.unasked += 1;
  }

  /** The merged ones are held beside the updates themselves, and nobody has asked for a while. */
  get isWaste(): boolean {
    return this.chunks.length > 0 && this.unasked > MOST_UNASKED;
  }

  /** The updates, merged into few frames; to be taken in in this order. */
  get frames(): readonly Uint8Array[] {
    this.settle();
    return this.chunks.map(({ frame }) => frame);
  }

  /** The updates, merged into few; to be taken in in this order. */
  get updates(): readonly Uint8Array[] {
    this.settle();
    return this.chunks.map(({ update }) => update);
  }

  private settle(): void {
    this.unasked = 0;
    if (this.fresh.length === 0) return;
    let update = merge(this.fresh);
    this.fresh = [];
    for (;;) {
      const last = this.chunks.at(-1);
      if (!last || last.update.byteLength > 2 * update.byteLength) break;
      this.chunks.pop();
      update = Y.mergeUpdates([last.update, update]);
    }
    this.chunks.push(frameUpdate(update));
  }
}

export function merge(updates: readonly Uint8Array[]): Uint8Array {
  const [first = NOTHING, ...rest] = updates;
  return rest.length === 0 ? first : Y.mergeUpdates([first, ...rest]);
}
