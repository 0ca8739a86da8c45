import type { Projection } from './projection.ts';

/** Characters of a card that are kept where it is spoken of. */
const MOST = 200;

interface Card {
  readonly id: string;
  readonly text: string;
}

/** The notes, actions, topics and texts of a board that say something, in its order. [REV-2] */
export function cardsOf({ notes, actions, knowledge, texts }: Projection): Card[] {
  return [
    ...notes,
    ...actions.map(({ id, title }) => ({ id, text: title })),
    ...knowledge.map(({ id, topic }) => ({ id, text: topic })),
    ...texts,
  ]
    .map(({ id, text }) => ({ id, text: [...text.trim()].slice(0, MOST).join('') }))
    .filter(({ text }) => text !== '');
}

/** What one of them says; undefined where the board has none of that id. */
export function cardWords(board: Projection, id: string): string | undefined {
  return cardsOf(board).find((card) => card.id === id)?.text;
}
