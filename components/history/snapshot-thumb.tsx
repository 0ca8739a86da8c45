'use client';

import { useEffect, useState } from 'react';
import { projection } from '#board/projection.ts';
import type { Projection } from '#board/projection.ts';
import { callApi } from '#components/api/call-api.ts';
import { BoardPicture } from '#components/boards/board-picture.tsx';

/** A small picture of the board as it was; comes after the page, which does not wait for it. */
export function SnapshotThumb({ snapshotId }: { snapshotId: string }) {
  const [board, setBoard] = useState<Projection | null>(null);
  useEffect(() => {
    let wanted = true;
    const path = `/snapshots/${snapshotId}/document`;
    void callApi({ method: 'GET', path, view: projection }).then((answer) => {
      if (wanted && answer.ok) setBoard(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [snapshotId]);
  return (
    <div aria-hidden className="h-32 border-b border-line bg-page">
      {board && <BoardPicture board={board} className="h-full animate-fade" />}
    </div>
  );
}
