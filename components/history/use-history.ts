import { useCallback, useEffect, useState } from 'react';
import { historyView } from '#board/api/history.ts';
import type { HistoryPoint } from '#board/api/history.ts';
import { callApi } from '#components/api/call-api.ts';
import type { Refused } from '#components/forms/problem-words.ts';

export interface KnownHistory {
  /** Oldest first. */
  readonly points: readonly HistoryPoint[];
  /** There is more before the first of them. */
  readonly hasEarlier: boolean;
  readonly problem: Refused | undefined;
  readonly loadEarlier: () => void;
}

/** The points of a board's history that were asked for so far; the newest come by themselves. */
export function useHistory(boardId: string): KnownHistory {
  const [points, setPoints] = useState<readonly HistoryPoint[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<Refused>();

  const load = useCallback(
    (from: string | null) =>
      readPage(boardId, from).then((answer) => {
        if (!answer.ok) return setProblem(answer.problem);
        const { items, nextCursor } = answer.value;
        setPoints((now) => [...items.toReversed(), ...(from === null ? [] : now)]);
        setCursor(nextCursor);
      }),
    [boardId],
  );
  useEffect(() => void load(null), [load]);
  return {
    points,
    hasEarlier: cursor !== null,
    problem,
    loadEarlier: () => void load(cursor),
  };
}

function readPage(boardId: string, from: string | null) {
  const path = `/boards/${boardId}/history${from === null ? '' : `?cursor=${from}`}`;
  return callApi({ method: 'GET', path, view: historyView });
}
