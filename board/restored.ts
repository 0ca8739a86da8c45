import * as z from 'zod/mini';
import type { BoardDocument } from './document.ts';

const KEY = 'restored';

/** Who last put a board back, to what, and the snapshot that undoes it. */
const restored = z.object({
  /** Of the snapshot that was restored. */
  number: z.int(),
  /** How many cards were chosen; null for the whole board. */
  cards: z.nullable(z.int()),
  /** The snapshot of just before. */
  keptId: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
});
export type Restored = z.infer<typeof restored>;

/** Leaves word for whoever has the board open; only the server writes there. [SNAP-3] */
export function writeRestored(board: BoardDocument, word: Restored): void {
  board.meta.set(KEY, word);
}

export function readRestored(board: BoardDocument): Restored | undefined {
  return restored.safeParse(board.meta.get(KEY)).data;
}
