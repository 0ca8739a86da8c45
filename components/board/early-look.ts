import type { FirstLook } from '#board/first-look.ts';
import { paintFirstLook } from '#components/canvas/paint-first-look.ts';
import type { ZoneWords } from '#components/canvas/paint-first-look.ts';
import { earlyLookPlace } from './early-look-place.ts';
import { firstBoardLook, isPhone } from './first-board-look.ts';

declare global {
  /** What the page calls as soon as the server has sent the cards. */
  var showEarlyLook: ((look: FirstLook) => void) | undefined;
}

/**
 * Shows a board, as the server has it, to be read while everything else of its page is on its way.
 * Bundled apart and put into that page, so it has to stay small.
 */
globalThis.showEarlyLook = (look) => {
  const place = earlyLookPlace();
  // A phone's bar may take two lines, under which this would be moved; an address with a hash leads
  // to one card, which may lie anywhere.
  if (!place || isPhone() || firstBoardLook() === 'list' || location.hash !== '') return;
  const { board = '', words = '{}', over } = place.dataset;
  if (over === undefined) paintFirstLook(place, board, look, JSON.parse(words) as ZoneWords);
};
