import { boardDocument } from '#board/document.ts';
import { firstLookOf } from '#board/first-look.ts';
import type { FirstLook } from '#board/first-look.ts';
import { replay } from './fold-document.ts';
import type { Encoded } from './fold-document.ts';

/** Characters of a look at most: a longer one would hold up the page that it comes with. */
const MOST = 1 << 19;

/** How the document that state and rows make looks first, as JSON; without cards where those are too many. */
export function lookAtDocument(encoded: Encoded): string {
  const look = firstLookOf(boardDocument(replay(encoded)));
  const whole = JSON.stringify(look);
  if (whole.length <= MOST) return whole;
  return JSON.stringify({ ...look, cards: [] } satisfies FirstLook);
}
