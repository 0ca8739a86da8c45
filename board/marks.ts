import * as z from 'zod/mini';
import type { BoardDocument } from './document.ts';

export const markKinds = ['thanks', 'question', 'help', 'asked'] as const;

/** That somebody answered a card or the board, or asked for help with it. [REV-4] */
export const mark = z.object({
  /** Of the answer or of the request. */
  id: z.string(),
  kind: z.enum(markKinds),
  /** The name of whoever answered, or asked. */
  who: z.string(),
  /** Where its words are; null for a request. */
  snapshotId: z.nullable(z.string()),
});
export type Mark = z.infer<typeof mark>;
export const marksFact = z.array(mark);

/** The key in the `facts` root: of a note, an action, a topic or a text; of the whole board with ''. */
export const marksKey = (cardId: string): string => `marks:${cardId}`;

export function readMarks({ facts }: BoardDocument, cardId: string): readonly Mark[] {
  return marksFact.safeParse(facts.get(marksKey(cardId))).data ?? [];
}
