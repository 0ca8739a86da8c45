import type { Attempt, Outcome } from './trial.ts';

/** Work on whole documents that is too long for the thread that serves everybody. */
export interface HeavyWork {
  /** Everything in the state beyond the state vector, and all of its deletions, as an update. */
  diff(state: Uint8Array, vector: Uint8Array): Promise<Uint8Array>;
  /** One state in the place of these updates, and its deletions alone; throws when it says anything else than they do. */
  fold(updates: readonly Uint8Array[]): Promise<{ state: Uint8Array; deletions: Uint8Array }>;
  /** The same content in a document without a past, of that epoch; throws when it says anything else. */
  rebuild(updates: readonly Uint8Array[], epoch: number, clientId: number): Promise<Uint8Array>;
  /** Tries an update on the document of these updates. Throws when it takes too long or does not apply. */
  attempt(updates: readonly Uint8Array[], attempt: Attempt, clientId: number): Promise<Outcome>;
}
