export type BoardLook = 'canvas' | 'list';

/** Where a tab remembers what was chosen. */
export const BOARD_LOOK_KEY = 'board-look';
const PHONE = '(max-width: 640px)';

export function isPhone(): boolean {
  return matchMedia(PHONE).matches;
}

/** How the board is shown when it opens. */
export function firstBoardLook(): BoardLook {
  const otherwise = isPhone() ? 'list' : 'canvas';
  try {
    const kept = sessionStorage.getItem(BOARD_LOOK_KEY);
    return kept === 'canvas' || kept === 'list' ? kept : otherwise;
  } catch {
    return otherwise;
  }
}
