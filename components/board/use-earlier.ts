import { useEffect, useRef, useState } from 'react';
import { showInstead } from '#board/restore.ts';
import { LiveBoard } from '#components/canvas/live-board.ts';
import type { Refused } from '#components/forms/problem-words.ts';
import { loadEarlier } from './load-earlier.ts';

export interface EarlierBoard {
  /** What was shown last stays while the next comes. */
  readonly live: LiveBoard | undefined;
  /** The path that is shown. */
  readonly shown: string | undefined;
  readonly problem: Refused | undefined;
}

/** The board under that path; when another is asked for, the same document changes into it. */
export function useEarlier(path: string): EarlierBoard {
  const [state, setState] = useState<EarlierBoard>({
    live: undefined,
    shown: undefined,
    problem: undefined,
  });
  const live = useRef<LiveBoard>(undefined);
  useEffect(() => {
    let wanted = true;
    void loadEarlier(path).then((answer) => {
      if (!answer.ok) {
        if (wanted) setState((now) => ({ ...now, problem: answer.problem }));
        return;
      }
      const { board } = answer;
      if (!wanted) return board.doc.destroy();
      const shown = live.current;
      if (shown) {
        shown.board.doc.transact(() => showInstead(shown.board, board));
        board.doc.destroy();
      } else live.current = new LiveBoard(board);
      setState({ live: live.current, shown: path, problem: undefined });
    });
    return () => {
      wanted = false;
    };
  }, [path]);
  useEffect(
    () => () => {
      live.current?.board.doc.destroy();
      live.current = undefined;
    },
    [],
  );
  return state;
}
