import { useCallback, useState } from 'react';
import { BOARD_LOOK_KEY, firstBoardLook } from './first-board-look.ts';
import type { BoardLook } from './first-board-look.ts';

/** Whether the board is shown as canvas or as list: a phone begins with the list, and a tab remembers. */
export function useBoardLook(): [BoardLook, (look: BoardLook) => void] {
  const [look, setLook] = useState(firstBoardLook);
  const choose = useCallback((chosen: BoardLook) => {
    setLook(chosen);
    try {
      sessionStorage.setItem(BOARD_LOOK_KEY, chosen);
    } catch {
      // A forbidden storage costs the choice, nothing else.
    }
  }, []);
  return [look, choose];
}
