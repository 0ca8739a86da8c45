import { useEffect, useState } from 'react';
import * as Y from 'yjs';
import type { BoardDocument } from '#board/document.ts';
import { readFragment } from '#board/rich-text.ts';
import type { LiveBoard } from '../live-board.ts';
import { plainLines } from './plain-lines.ts';
import { fetchTextEngine, textEngine } from './text-engine.ts';

/** False while the board holds texts that only the engine can show, and that is on its way. */
export function useTextsReady({ board }: LiveBoard): boolean {
  const [ready, setReady] = useState(() => textEngine() !== undefined || !holdsLooks(board));
  useEffect(() => {
    if (ready) return;
    let wanted = true;
    const show = (): void => {
      if (wanted) setReady(true);
    };
    // Where it cannot come, the rest of the board is shown.
    fetchTextEngine().then(show, show);
    return () => {
      wanted = false;
    };
  }, [ready]);
  return ready;
}

function holdsLooks({ records }: BoardDocument): boolean {
  return [...records.values()].some((record) => {
    const text = record.get('p:richText');
    return text instanceof Y.XmlFragment && !plainLines(readFragment(text));
  });
}
